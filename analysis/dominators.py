"""Single points of failure: entities that every route from a source to a product goes through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from .ends import check_ends, name_of
from .routes import FREE, passages, routes

if TYPE_CHECKING:
    from .ends import Graph
    from .routes import Routes


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

    All of them lie on each shortest route, so only what lies there is tried.
    """
    check_ends(graph, source, target)
    found = routes(graph, [source])
    ways = nx.single_source_shortest_path(found, (source, FREE))
    to_target = [ways[passage] for passage in passages(found, target)]
    if not to_target:
        return Chokepoints(source, target, connected=False)
    between = dict.fromkeys(entity for entity, _ in min(to_target, key=len)[1:-1])
    nodes = tuple(node for node in between if not _around(found, node, source, target))
    names = tuple(name_of(graph, node) for node in nodes)
    return Chokepoints(source, target, connected=True, nodes=nodes, names=names)


def _around(found: Routes, lost: str, source: str, target: str) -> bool:
    """Whether a route is left without an entity."""
    rest = nx.restricted_view(found, passages(found, lost), [])
    return any(entity == target for entity, _ in nx.descendants(rest, (source, FREE)))
