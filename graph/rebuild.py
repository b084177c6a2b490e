"""The whole rebuild of the graph: lease, plan, guard, apply, history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..errors import RebuildRefused
from .apply import Progress, apply, load_first
from .constraints import prepare_control, prepare_data
from .guard import Limits, require_no_collapse
from .history import Build
from .lease import LEASE_SECONDS, WAIT_SECONDS, Lease
from .plan import Plan, make_plan
from .rows import EdgeRow, NodeRow
from .store import Store


@dataclass(frozen=True)
class Terms:
    """How a rebuild goes about its work.

    ``lease_s``: seconds of silence after which another may take over; ``wait_s``: how long to wait
    for another rebuild; ``waiting`` is told who that is, ``progress`` how many nodes and edges of
    how many are written.
    """

    limits: Limits = field(default_factory=Limits)
    lease_s: float = LEASE_SECONDS
    wait_s: float = WAIT_SECONDS
    waiting: Callable[[str], None] = lambda holder: None
    progress: Progress = lambda done, total: None


def rebuild(
    store: Store,
    nodes: Iterable[NodeRow],
    edges: Iterable[EdgeRow],
    terms: Terms | None = None,
    *,
    built_from: str = "",
    history: Mapping[str, object] | None = None,
) -> Plan:
    """Make the store hold exactly these nodes and edges, and return what that took.

    ``built_from`` names what the rows were made from, to be compared by the next rebuild
    (:mod:`.unchanged`); ``history`` is kept with the build. :class:`RebuildRefused` when too much
    would go, :class:`RebuildBusy`, :class:`ForeignGraph`; nothing of the graph is changed then.
    """
    terms = terms or Terms()
    prepare_control(store)
    lease = Lease(store, seconds=terms.lease_s, wait_s=terms.wait_s, waiting=terms.waiting)
    with lease:
        before = store.revision()
        plan = make_plan(store, nodes, edges)
        content: dict[str, object] = {"built_from": built_from, **plan.sizes()}
        if not plan.empty or before.unfinished:
            _carry_out(store, plan, lease, terms, content, history or {}, before.unfinished)
        elif before.built_from != built_from:
            store.write(lambda writer: lease.fence(writer, content))
    return plan


def plan_only(store: Store, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Plan:
    """What :func:`rebuild` would do, limits apart; writes nothing.

    :class:`GraphChanged` where another rebuild changes the graph meanwhile.
    """
    with store.snapshot():
        plan = make_plan(store, nodes, edges)
        store.require_unmoved()
    return plan


def _carry_out(
    store: Store,
    plan: Plan,
    lease: Lease,
    terms: Terms,
    content: dict[str, object],
    history: Mapping[str, object],
    unfinished: bool,
) -> None:
    build = Build(store, history)
    first = unfinished or not any(c.before for c in [*plan.nodes.values(), *plan.edges.values()])
    write = load_first if first else apply
    try:
        require_no_collapse(plan, terms.limits)
        prepare_data(store)
        write(store, plan, lease, build, content, terms.progress)
    except RebuildRefused as error:
        build.ended("refused", str(error))
        raise
    except BaseException as error:
        build.ended("failed", str(error) or type(error).__name__)
        raise
