"""What a rebuild would do: what should be against what is, by fingerprint.

Of what the store holds only keys and fingerprints are read. They are compared on disk, and rows to
write wait there, so the memory of a plan does not grow with the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from ..batches import batches
from ..errors import SchemaError
from ..schema.ids import digest
from . import templates
from .comparison import Comparison, Counts, Step
from .rows import EdgeRow, NodeRow
from .scratch import scratch_errors
from .spool import Row as Written
from .spool import Spool
from .store import Store

Batches = Iterator[tuple[str, list[str]]]

_ROWS_A_STATEMENT = 500
_ENDS_REMEMBERED = 4_096  # edges that follow each other often have an end in common


@dataclass
class Plan:
    """Rows to write and keys to remove, by label and type, and how many of each.

    ``nodes`` and ``edges`` count by label and by type; ``foreign_nodes`` are nodes in the database
    that monazite did not write: they are left alone. Under each row of ``node_rows`` stand its
    label and step, under each of ``edge_rows`` its type and the labels of its two ends.
    """

    nodes: dict[str, Counts] = field(default_factory=dict)
    edges: dict[str, Counts] = field(default_factory=dict)
    foreign_nodes: int = 0
    node_rows: Spool = field(default_factory=Spool, repr=False)
    edge_rows: Spool = field(default_factory=Spool, repr=False)
    node_marks: Comparison = field(
        default_factory=partial(Comparison, templates.NODE_LABELS), repr=False
    )
    edge_marks: Comparison = field(
        default_factory=partial(Comparison, templates.EDGE_TYPES), repr=False
    )

    @property
    def created(self) -> int:
        """Nodes and edges to create."""
        return sum(counts.create for counts in self._all())

    @property
    def changed(self) -> int:
        """Nodes and edges whose properties to replace."""
        return sum(counts.change for counts in self._all())

    @property
    def removed(self) -> int:
        """Nodes and edges to remove."""
        return sum(counts.remove for counts in self._all())

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.created or self.changed or self.removed)

    def sizes(self) -> dict[str, int]:
        """How many ``nodes`` and ``relationships`` of monazite's the store holds afterwards."""
        return {
            "nodes": sum(counts.after for counts in self.nodes.values()),
            "relationships": sum(counts.after for counts in self.edges.values()),
        }

    def removed_nodes(self) -> Batches:
        """Ids of the nodes to remove, by label, at most 5,000 at a time."""
        return self.node_marks.keys(Step.REMOVE)

    def removed_edges(self) -> Batches:
        """Uids of the edges to remove, by type; one that changes is removed and made again."""
        return self.edge_marks.keys(Step.REMOVE, Step.CHANGE)

    def _all(self) -> list[Counts]:
        return [*self.nodes.values(), *self.edges.values()]


def make_plan(store: Store, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Plan:
    """Compare; reads the store and writes nothing to it.

    :class:`SchemaError` for a label or type that is not on the lists, a key given twice, or an edge
    with an end that is not among the nodes; :class:`ForeignGraph` for a key that is taken by a node
    or edge of somebody else; :class:`StoreError` where the temporary folder is full.
    """
    plan = Plan()
    with scratch_errors():
        _hold(plan.node_marks, store, templates.NODE_LABELS, templates.node_marks)
        _hold(plan.edge_marks, store, templates.EDGE_TYPES, templates.edge_marks)
        for some_nodes in batches(nodes, _ROWS_A_STATEMENT):
            _plan_nodes(plan, some_nodes)
        is_node = lru_cache(_ENDS_REMEMBERED)(plan.node_marks.wanted)
        for some_edges in batches(edges, _ROWS_A_STATEMENT):
            _require_ends(is_node, some_edges)
            _plan_edges(plan, some_edges)
        plan.nodes, plan.edges = plan.node_marks.counts(), plan.edge_marks.counts()
    plan.foreign_nodes = _foreign_nodes(store, plan)
    return plan


def _hold(
    marks: Comparison, store: Store, names: Iterable[str], text: Callable[[str], str]
) -> None:
    for name in names:
        rows = store.stream(text(name))
        marks.hold(name, ((str(key), None if mark is None else str(mark)) for key, mark in rows))


def _plan_nodes(plan: Plan, nodes: list[NodeRow]) -> None:
    steps = plan.node_marks.want((node.label, node.id, node.fingerprint) for node in nodes)
    plan.node_rows.add(
        ((node.label, step), _node(node))
        for node in nodes
        if (step := steps[node.label, node.id]) is not Step.KEEP
    )


def _node(node: NodeRow) -> Written:
    own = {"id": node.id, "fingerprint": node.fingerprint}
    return {"id": node.id, "properties": {**node.properties, **own}}


def _plan_edges(plan: Plan, edges: list[EdgeRow]) -> None:
    marked = [(edge, _mark(edge)) for edge in edges]
    steps = plan.edge_marks.want((edge.type, edge.uid, mark) for edge, mark in marked)
    plan.edge_rows.add(
        ((edge.type, edge.start_label, edge.end_label), _edge(edge, mark))
        for edge, mark in marked
        if steps[edge.type, edge.uid] is not Step.KEEP
    )


def _edge(edge: EdgeRow, mark: str) -> Written:
    properties = {**edge.properties, "uid": edge.uid, "fingerprint": mark}
    return {"uid": edge.uid, "start": edge.start, "end": edge.end, "properties": properties}


def _mark(edge: EdgeRow) -> str:
    """The ends are part of what is compared."""
    return digest(edge.start, edge.end, edge.fingerprint)


def _require_ends(is_node: Callable[[str, str], bool], edges: list[EdgeRow]) -> None:
    for edge in edges:
        for label, end in ((edge.start_label, edge.start), (edge.end_label, edge.end)):
            if not is_node(label, end):
                raise SchemaError(
                    f"edge {edge.type} {edge.uid} ends at {label} {end}, which is no node."
                )


def _foreign_nodes(store: Store, plan: Plan) -> int:
    history = "|".join(templates.HISTORY_LABELS)
    counted = ("MATCH (n) RETURN count(n)", f"MATCH (n:{history}) RETURN count(n)")
    everything, ours = (int(str(next(store.stream(text))[0])) for text in counted)
    return everything - ours - sum(counts.before for counts in plan.nodes.values())
