"""The whole rebuild of the graph: plan, guard, apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .apply import Progress, apply
from .guard import require_no_collapse
from .plan import Plan, make_plan
from .rows import EdgeRow, NodeRow
from .store import Store


def rebuild(
    store: Store,
    nodes: Iterable[NodeRow],
    edges: Iterable[EdgeRow],
    *,
    dry_run: bool = False,
    allow_shrink: bool = False,
    progress: Progress | None = None,
    history: Mapping[str, str | int | float] | None = None,
) -> Plan:
    """Make the store hold exactly these nodes and edges, and return what that took.

    ``dry_run`` plans only. :class:`RebuildRefused` when too much would go, unless ``allow_shrink``;
    the other parameters are :func:`~.apply.apply`'s.
    """
    plan = make_plan(store, nodes, edges)
    if not allow_shrink:
        require_no_collapse(plan)
    if not dry_run:
        apply(store, plan, progress=progress, history=history)
    return plan
