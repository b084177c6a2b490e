"""Minimum cut: the fewest entities, and the fewest relations, whose loss parts two entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from .ends import check_ends, name_of

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
    """The smallest cuts between ``source`` and ``target``; ties are broken by networkx."""
    check_ends(graph, source, target)
    relations = sorted(nx.minimum_edge_cut(graph, source, target))
    direct = graph.has_edge(source, target)
    # An edge back from the target lies on no route, but networkx takes the two for joined.
    onward = nx.restricted_view(graph, [], [(target, source)])
    entities = None if direct else tuple(sorted(nx.minimum_node_cut(onward, source, target)))
    touched = {*(entities or ()), *(node for edge in relations for node in edge)}
    return MinimumCut(
        source, target, entities, tuple(relations), {n: name_of(graph, n) for n in touched}
    )
