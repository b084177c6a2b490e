"""The fewest things that cut all routes, where one thing may stand at several places of a network.

An entity is come to in several ways, so that its loss closes several arcs at once. Where the price
of a thing is shared out among its arcs, a minimum cut of the network is a lower bound; a thing that
such a cut closes in part only is taken as lost, then as kept (branch and bound).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import networkx as nx

from .routes import FREE, passages

if TYPE_CHECKING:
    from .routes import Routes

    Network = nx.DiGraph[Any]

Thing = TypeVar("Thing", bound=Hashable)
_PRICE = 12  # divisible by the number of a thing's arcs: one to four


def smallest_cut(
    found: Routes, things: Mapping[Any, Thing], source: str, target: str
) -> frozenset[Thing]:
    """The fewest of ``things`` (by passage or by pair of passages) that part the two ends.

    Some set of them must be able to do so.
    """
    arcs = {_arc(place): thing for place, thing in things.items()}
    best = frozenset(arcs.values())
    waiting: list[tuple[frozenset[Thing], frozenset[Thing]]] = [(frozenset(), frozenset())]
    while waiting:
        lost, kept = waiting.pop()
        network = _network(found, arcs, lost, kept, target)
        try:
            price, (near, _) = nx.minimum_cut(network, ((source, FREE), "out"), target)
        except nx.NetworkXUnbounded:  # what is kept leaves a route open
            continue
        if len(lost) + -(-price // _PRICE) >= len(best):
            continue
        closed = Counter(arcs[a, b] for a, b in network.edges(near) if b not in near)
        best = min(best, lost | closed.keys(), key=len)
        whole = Counter(arcs.values())
        partly = [thing for thing, count in closed.items() if count < whole[thing]]
        waiting += [(lost, kept | {thing}) for thing in partly[:1]]
        waiting += [(lost | {thing}, kept) for thing in partly[:1]]
    return best


def _arc(place: Any) -> tuple[Any, Any]:
    """Where a thing stands in the network: between two passages or inside of one."""
    start, end = place
    between = isinstance(start, tuple)
    return ((start, "out"), (end, "in")) if between else ((place, "in"), (place, "out"))


def _network(
    found: Routes,
    arcs: Mapping[tuple[Any, Any], Thing],
    lost: frozenset[Thing],
    kept: frozenset[Thing],
    target: str,
) -> Network:
    """Each passage as an arc of its own; arcs without a capacity cannot be cut."""
    network: Network = nx.DiGraph()
    network.add_node(target)
    network.add_edges_from(_arc(place) for place in (*found, *found.edges))
    network.add_edges_from(((passage, "out"), target) for passage in passages(found, target))
    places = Counter(arcs.values())
    for arc, thing in arcs.items():
        if thing in lost:
            network.remove_edge(*arc)
        elif thing not in kept:
            network.edges[arc]["capacity"] = _PRICE // places[thing]
    return network
