"""Minimum cut: the fewest entities, and the fewest relations, whose loss parts two entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .ends import check_ends, name_of
from .routes import routes
from .smallest_cut import smallest_cut

if TYPE_CHECKING:
    from .ends import Graph


@dataclass(frozen=True)
class MinimumCut:
    """One smallest set of entities and one smallest set of relations that cut every route.

    ``entities`` is ``None`` where the two ends are joined directly, so that no loss of an entity
    between them can part them. Both are empty where there is no route.
    """

    source: str
    target: str
    entities: tuple[str, ...] | None
    relations: tuple[tuple[str, str], ...]
    names: dict[str, str]

    def records(self) -> list[dict[str, object]]:
        """One row for each entity, then one for each relation of the cuts."""
        nodes = [{"cut": "entity", "what": self.names[n]} for n in self.entities or ()]
        edges = [
            {"cut": "relation", "what": f"{self.names[a]} → {self.names[b]}"}
            for a, b in self.relations
        ]
        return [*nodes, *edges]  # type: ignore[list-item]


def minimum_cut(graph: Graph, source: str, target: str) -> MinimumCut:
    """The smallest cuts between ``source`` and ``target``; among equal ones any may be given."""
    check_ends(graph, source, target)
    found = routes(graph, [source])
    between = {passage: passage[0] for passage in found if passage[0] not in (source, target)}
    steps = {(a, b): (a[0], b[0]) for a, b in found.edges}
    direct = graph.has_edge(source, target)
    entities = None if direct else tuple(sorted(smallest_cut(found, between, source, target)))
    relations = tuple(sorted(smallest_cut(found, steps, source, target)))
    touched = {*(entities or ()), *(node for edge in relations for node in edge)}
    names = {node: name_of(graph, node) for node in touched}
    return MinimumCut(source, target, entities, relations, names)
