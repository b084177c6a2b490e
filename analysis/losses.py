"""n−1: what each single entity's loss would do to the things that depend on it.

A thing is *severed* when no route from a source leads to it any more, and *thinned* when fewer of
its direct suppliers pass on what comes from a source. Sources are the entities that nothing is
upstream of, or those that are given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from .ends import name_of
from .routes import FREE, routes

if TYPE_CHECKING:
    from .ends import Graph
    from .routes import Passage, Routes


@dataclass(frozen=True)
class Loss:
    """What the loss of ``node`` does to the targets: ids severed and ids thinned, in order."""

    node: str
    name: str
    severed: tuple[str, ...]
    thinned: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """This loss as a row: the names of what is hit are left to the reader's graph."""
        return {
            "id": self.node,
            "name": self.name,
            "severed": len(self.severed),
            "thinned": len(self.thinned),
        }


def n_minus_one(
    graph: Graph, targets: Collection[str] | None = None, sources: Collection[str] | None = None
) -> list[Loss]:
    """The loss of each entity that hits at least one target, the worst first.

    ``targets`` are by default the products, ``sources`` the entities without anything upstream.
    An entity is not counted among what its own loss hits.
    """
    wanted = set(targets) if targets is not None else _labelled(graph, "Product")
    starts = set(sources) if sources is not None else {n for n, d in graph.in_degree() if d == 0}
    found = routes(graph, starts)
    hit = {passage for passage in found if passage[0] in wanted}
    matter = {entity for entity, _ in hit.union(*(nx.ancestors(found, t) for t in hit))}
    losses = (_loss(graph, found, node, wanted, starts) for node in sorted(matter))
    return sorted(
        (loss for loss in losses if loss.severed or loss.thinned),
        key=lambda loss: (-len(loss.severed), -len(loss.thinned), loss.node),
    )


def _labelled(graph: Graph, label: str) -> set[str]:
    return {node for node, data in graph.nodes(data=True) if data.get("label") == label}


def _loss(graph: Graph, found: Routes, node: str, wanted: set[str], starts: set[str]) -> Loss:
    left = _left(found, node, starts)
    after = {entity for entity, _ in left}
    severed = {entity for entity, _ in found} & wanted - after - {node}
    gone = _steps(found.edges) - _steps(found.edges(left))
    thinned = {end for _, end in gone} & wanted & after
    return Loss(node, name_of(graph, node), tuple(sorted(severed)), tuple(sorted(thinned)))


def _steps(pairs: Iterable[tuple[Passage, Passage]]) -> set[tuple[str, str]]:
    return {(start, end) for (start, _), (end, _) in pairs}


def _left(found: Routes, lost: str, starts: Iterable[str]) -> set[Passage]:
    """The passages that are still come to without an entity."""
    left = {(start, FREE) for start in starts if start != lost} & found.nodes
    waiting = list(left)
    while waiting:
        fresh = {there for there in found[waiting.pop()] if there[0] != lost} - left
        waiting.extend(fresh)
        left |= fresh
    return left
