"""Routes: the ways along which supply runs, as a graph in which every path obeys their rules.

What may follow a step depends on the step, so that not every path of the supply graph is a route:
nothing goes from a group to a member and on to another of its groups or back, and from what makes,
needs or belongs to some of a group (``whole`` is not true) none leads down to a member. An edge
carries ``direction`` ("specialise" from a group to a member, "generalise" back) and ``whole``;
edges without them may follow each other freely.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from .ends import Graph

    Passage = tuple[str, frozenset[str]]
    """An entity as it is come to, and the directions that are barred from there."""
    Routes = nx.DiGraph[Passage]

FREE: frozenset[str] = frozenset()
_BACK = {"specialise": "generalise", "generalise": "specialise"}


def routes(graph: Graph, starts: Iterable[str]) -> Routes:
    """All passages that routes from ``starts`` come to, and the steps between them.

    An entity stands in it once for each set of barred directions that matters where it stands.
    """
    found: Routes = nx.DiGraph()
    found.add_nodes_from((start, FREE) for start in starts if start in graph)
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        for there in _onward(graph, here):
            if there not in found:
                waiting.append(there)
            found.add_edge(here, there)
    return found


def passages(found: Routes, entity: str) -> list[Passage]:
    """All ways in which an entity is come to."""
    return [passage for passage in found if passage[0] == entity]


def _onward(graph: Graph, here: Passage) -> Iterable[Passage]:
    entity, barred = here
    for after, step in graph[entity].items():
        if step.get("direction") not in barred:
            turns = {edge.get("direction") for edge in graph[after].values()}
            yield after, _barred(step) & turns


def _barred(step: Mapping[str, Any]) -> frozenset[str]:
    """The directions that may not follow a step."""
    back = _BACK.get(step.get("direction") or "")
    down = None if step.get("whole") else "specialise"
    return frozenset(direction for direction in (back, down) if direction)
