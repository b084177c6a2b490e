"""Carry a plan out, in one transaction: killed anywhere, the graph is the old or the new one.

The reader-side revision of :mod:`.store` (made odd before, even after) and the lease that keeps two
rebuilds apart belong around :func:`apply`'s transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from .. import __version__
from ..errors import StoreError
from . import templates
from .comparison import Step
from .plan import Plan
from .store import Store, Writer

Progress = Callable[[int, int], None]

_NODE_TEXTS = {Step.CREATE: templates.create_nodes, Step.CHANGE: templates.change_nodes}
_BUILD = "CREATE (b:Build) SET b = $properties"


def prepare(store: Store) -> None:
    """Make the constraints and indexes that are missing, and see that they stand."""
    wanted = templates.constraints()
    missing = wanted.keys() - _standing(store)
    for key in sorted(missing):
        store.define(wanted[key])
    if missing:
        for text in templates.indexes():
            store.define(text)
        if absent := missing - _standing(store):
            names = ", ".join(f"{name}.{key}" for name, key in sorted(absent))
            raise StoreError(
                f"the store did not keep the unique constraints on {names}; build into an empty "
                "database, or remove the home folder's engine folder and build again (the claims "
                "are kept)."
            )


def apply(
    store: Store,
    plan: Plan,
    *,
    progress: Progress | None = None,
    history: Mapping[str, str | int | float] | None = None,
) -> None:
    """Write the plan; an empty one writes nothing.

    ``progress`` is told (done, total) nodes and edges after each batch. ``history`` is kept with
    the counts in a ``(:Build)`` node of the same transaction.
    """
    if plan.empty:
        return
    prepare(store)
    done, total = 0, plan.created + plan.changed + plan.removed
    with store.transaction() as writer:
        for count in _write(writer, plan):
            done = min(done + count, total)
            if progress is not None:
                progress(done, total)
        writer.run(_BUILD, properties=_build(plan, history or {}))


def _write(writer: Writer, plan: Plan) -> Iterator[int]:
    for kind, uids in plan.removed_edges():
        writer.run(templates.remove_edges(kind), keys=uids)
        yield len(uids)
    for label, ids in plan.removed_nodes():
        writer.run(templates.remove_nodes(label), keys=ids)
        yield len(ids)
    for (label, step), rows in plan.node_rows.batches():
        writer.run(_NODE_TEXTS[Step(step)](label), rows=rows)
        yield len(rows)
    for (kind, start, end), rows in plan.edge_rows.batches():
        writer.run(templates.create_edges(kind, start, end), rows=rows)
        yield len(rows)


def _build(plan: Plan, history: Mapping[str, str | int | float]) -> dict[str, object]:
    counted = {"created": plan.created, "changed": plan.changed, "removed": plan.removed}
    finished = dt.datetime.now(dt.UTC)
    return {**history, **counted, "finished": finished, "version": __version__}


def _standing(store: Store) -> set[tuple[str, str]]:
    table = store.read("SHOW CONSTRAINTS")
    kind, names, keys = (table.columns.index(c) for c in ("type", "labelsOrTypes", "properties"))
    return {
        (str(row[names][0]), str(row[keys][0]))  # type: ignore[index]
        for row in table.rows
        if "UNIQUENESS" in str(row[kind])
    }
