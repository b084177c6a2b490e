"""Single points of failure: entities that every route from a source to a product goes through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from .ends import check_ends, name_of

if TYPE_CHECKING:
    from .ends import Graph


@dataclass(frozen=True)
class Chokepoints:
    """Ids that lie on every route, in the order in which the routes pass them.

    ``connected`` says whether there is a route at all; without one nothing lies on every route.
    ``names`` are the usual names, in the same order.
    """

    source: str
    target: str
    connected: bool
    nodes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def records(self) -> list[dict[str, object]]:
        """One row for each single point of failure."""
        return [
            {"position": place, "id": node, "name": name}
            for place, (node, name) in enumerate(zip(self.nodes, self.names, strict=True), 1)
        ]


def single_points_of_failure(graph: Graph, source: str, target: str) -> Chokepoints:
    """The entities whose loss cuts every route from ``source`` to ``target``, ends left out.

    They are the dominators of ``target`` in the flow graph that starts at ``source``.
    """
    check_ends(graph, source, target)
    above = nx.immediate_dominators(graph, source)
    if target not in above:
        return Chokepoints(source, target, connected=False)
    nodes: list[str] = []
    node = above[target]
    while node != source:
        nodes.append(node)
        node = above[node]
    nodes.reverse()
    names = tuple(name_of(graph, node) for node in nodes)
    return Chokepoints(source, target, connected=True, nodes=tuple(nodes), names=names)
