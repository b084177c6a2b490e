"""n−1: what each single entity's loss would do to the things that depend on it.

A thing is *severed* when no source reaches it any more, and *thinned* when fewer of its direct
suppliers can still be reached from a source. Sources are the entities that nothing is upstream of,
or those that are given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import networkx as nx

from .ends import name_of

if TYPE_CHECKING:
    from .ends import Graph


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
    before = _reached(graph, starts)
    hit = wanted & before
    matter = before & set().union(*({t} | nx.ancestors(graph, t) for t in hit))
    losses = (_loss(graph, node, hit, starts, before) for node in sorted(matter))
    return sorted(
        (loss for loss in losses if loss.severed or loss.thinned),
        key=lambda loss: (-len(loss.severed), -len(loss.thinned), loss.node),
    )


def _labelled(graph: Graph, label: str) -> set[str]:
    return {node for node, data in graph.nodes(data=True) if data.get("label") == label}


def _reached(graph: Graph, starts: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    for start in starts:
        if start in graph and start not in reached:
            reached |= {start} | nx.descendants(graph, start)
    return reached


def _loss(graph: Graph, node: str, wanted: set[str], starts: set[str], before: set[str]) -> Loss:
    rest = cast("Graph", nx.restricted_view(graph, [node], []))
    after = _reached(rest, starts - {node})
    hit = wanted - {node}
    thinned = {target for target in hit & after if set(graph.predecessors(target)) & before - after}
    return Loss(node, name_of(graph, node), tuple(sorted(hit - after)), tuple(sorted(thinned)))
