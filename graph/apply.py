"""Carry a plan out, in one transaction: killed anywhere, the graph is the old or the new one.

Only the first load of an empty graph goes in batches of a transaction each, so that its size has
no bound; until its last one the graph is marked unfinished, and nobody reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from . import templates
from .comparison import Step
from .history import Build, write_changes
from .lease import Lease
from .plan import Plan
from .store import Store, Writer

Progress = Callable[[int, int], None]
Content = dict[str, object]
_Batch = Callable[[Writer], object]

_NODE_TEXTS = {Step.CREATE: templates.create_nodes, Step.CHANGE: templates.change_nodes}


def apply(
    store: Store, plan: Plan, lease: Lease, build: Build, content: Content, progress: Progress
) -> None:
    """Write the plan, its changes, the end of its build and what the content is, all or none."""

    def work(writer: Writer) -> None:
        write_changes(writer, plan, build.number)
        for batch in _told(plan, progress):
            batch(writer)
        build.done(writer, plan)
        lease.open()
        lease.fence(writer, {**content, "unfinished": False})

    store.write(work)


def load_first(
    store: Store, plan: Plan, lease: Lease, build: Build, content: Content, progress: Progress
) -> None:
    """Write the plan in batches; cut off, what is missing is written by the next rebuild."""

    def work(writer: Writer, batch: _Batch, content: Content) -> None:
        batch(writer)
        lease.fence(writer, content)

    lease.open()
    store.write(lambda writer: lease.fence(writer, {"unfinished": True}))
    for batch in _told(plan, progress):
        store.write(partial(work, batch=batch, content={}))
    end = {**content, "unfinished": False}
    store.write(partial(work, batch=lambda writer: build.done(writer, plan), content=end))


def _told(plan: Plan, progress: Progress) -> Iterator[_Batch]:
    """The batches; after each one was used, the (done, total) nodes and edges are told."""
    done, total = 0, plan.created + plan.changed + plan.removed
    for count, batch in _batches(plan):
        yield batch
        done = min(done + count, total)
        progress(done, total)


def _batches(plan: Plan) -> Iterator[tuple[int, _Batch]]:
    for kind, uids in plan.removed_edges():
        yield len(uids), partial(Writer.run, cypher=templates.remove_edges(kind), keys=uids)
    for label, ids in plan.removed_nodes():
        yield len(ids), partial(Writer.run, cypher=templates.remove_nodes(label), keys=ids)
    for (label, step), rows in plan.node_rows.batches():
        text = _NODE_TEXTS[Step(step)](label)
        yield len(rows), partial(Writer.run, cypher=text, rows=rows)
    for (kind, start, end), rows in plan.edge_rows.batches():
        text = templates.create_edges(kind, start, end)
        yield len(rows), partial(Writer.run, cypher=text, rows=rows)
