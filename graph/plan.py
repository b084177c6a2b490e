"""What a rebuild would do: what should be against what is, by fingerprint.

Of what the store holds only keys and fingerprints are read; rows to write wait on disk. So the
memory of a plan grows by some hundred bytes a node or edge, whatever their properties.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..errors import SchemaError
from ..schema.ids import digest
from . import templates
from .comparison import Comparison, Counts, Step
from .rows import EdgeRow, NodeRow
from .spool import Spool
from .store import Store

NodeStep = tuple[str, Step]
EdgeKind = tuple[str, str, str]


@dataclass
class Plan:
    """Rows to write and keys to remove, by label and type, and how many of each.

    ``nodes`` and ``edges`` count by label and by type; ``foreign_nodes`` are nodes in the database
    that monazite did not write: they are left alone.
    """

    nodes: dict[str, Counts] = field(default_factory=dict)
    edges: dict[str, Counts] = field(default_factory=dict)
    foreign_nodes: int = 0
    node_rows: Spool[NodeStep] = field(default_factory=Spool, repr=False)
    edge_rows: Spool[EdgeKind] = field(default_factory=Spool, repr=False)
    removed_nodes: dict[str, list[str]] = field(default_factory=dict, repr=False)
    removed_edges: dict[str, list[str]] = field(default_factory=dict, repr=False)

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

    def _all(self) -> list[Counts]:
        return [*self.nodes.values(), *self.edges.values()]


def make_plan(store: Store, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Plan:
    """Compare; reads the store and writes nothing.

    :class:`SchemaError` for a label or type that is not on the lists, a key given twice, or an edge
    with an end that is not among the nodes; :class:`ForeignGraph` for a key that is taken by a node
    or edge of somebody else.
    """
    plan = Plan()
    by_label = {
        label: Comparison(label, _marks(store, templates.node_marks(label)))
        for label in templates.NODE_LABELS
    }
    by_type = {
        kind: Comparison(kind, _marks(store, templates.edge_marks(kind)))
        for kind in templates.EDGE_TYPES
    }
    for node in nodes:
        _plan_node(plan, _comparison(by_label, node.label), node)
    for edge in edges:
        _require_ends(by_label, edge)
        _plan_edge(plan, _comparison(by_type, edge.type), edge)
    _plan_removals(plan.removed_nodes, by_label)
    _plan_removals(plan.removed_edges, by_type)
    plan.nodes = {label: known.counts for label, known in by_label.items()}
    plan.edges = {kind: known.counts for kind, known in by_type.items()}
    plan.foreign_nodes = _foreign_nodes(store, by_label)
    return plan


def _marks(store: Store, text: str) -> dict[str, str | None]:
    rows = store.stream(text)
    return {str(key): None if mark is None else str(mark) for key, mark in rows}


def _comparison(known: dict[str, Comparison], name: str) -> Comparison:
    if name not in known:
        raise SchemaError(f"{name!r} is not among the graph's {', '.join(known)}.")
    return known[name]


def _plan_node(plan: Plan, known: Comparison, node: NodeRow) -> None:
    step = known.step(node.id, node.fingerprint)
    if step is not Step.KEEP:
        own = {"id": node.id, "fingerprint": node.fingerprint}
        row = {"id": node.id, "properties": {**node.properties, **own}}
        plan.node_rows.add((node.label, step), row)


def _plan_edge(plan: Plan, known: Comparison, edge: EdgeRow) -> None:
    # The ends are part of what is compared, and an edge that changed is removed and made again.
    mark = digest(edge.start, edge.end, edge.fingerprint)
    step = known.step(edge.uid, mark)
    if step is Step.KEEP:
        return
    if step is Step.CHANGE:
        plan.removed_edges.setdefault(edge.type, []).append(edge.uid)
    properties = {**edge.properties, "uid": edge.uid, "fingerprint": mark}
    row = {"uid": edge.uid, "start": edge.start, "end": edge.end, "properties": properties}
    plan.edge_rows.add((edge.type, edge.start_label, edge.end_label), row)


def _require_ends(by_label: dict[str, Comparison], edge: EdgeRow) -> None:
    for label, end in ((edge.start_label, edge.start), (edge.end_label, edge.end)):
        if end not in _comparison(by_label, label).wanted:
            raise SchemaError(
                f"edge {edge.type} {edge.uid} ends at {label} {end}, which is no node."
            )


def _plan_removals(removed: dict[str, list[str]], known: dict[str, Comparison]) -> None:
    for name, comparison in known.items():
        if gone := comparison.leftover():
            removed.setdefault(name, []).extend(gone)


def _foreign_nodes(store: Store, by_label: dict[str, Comparison]) -> int:
    history = "|".join(templates.HISTORY_LABELS)
    counted = ("MATCH (n) RETURN count(n)", f"MATCH (n:{history}) RETURN count(n)")
    everything, ours = (int(str(next(store.stream(text))[0])) for text in counted)
    ours += sum(len(known.stored) - known.foreign for known in by_label.values())
    return everything - ours
