"""What the queries should answer, worked out in plain Python from the rows of a small graph.

Written from the questions, not from the Cypher: it walks dictionaries and knows no engine.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Any

from monazite.graph.rows import EdgeRow, NodeRow

Test = Callable[[EdgeRow], bool]
Walk = tuple[EdgeRow, ...]


@dataclass(frozen=True)
class Graph:
    """Nodes by id, and edges."""

    nodes: dict[str, NodeRow]
    edges: list[EdgeRow]

    def of(self, *types: str) -> list[EdgeRow]:
        """The edges of these types."""
        return [edge for edge in self.edges if edge.type in types]


@dataclass(frozen=True)
class Terms:
    """The parameters that most queries have."""

    as_of: dt.date
    min_belief: float
    max_hops: int
    planned: bool

    def hold(self, edge: EdgeRow) -> bool:
        """Whether an edge counts."""
        told = edge.properties
        begun = told.get("valid_from") is None or told["valid_from"] <= self.as_of
        over = told.get("valid_to") is not None and told["valid_to"] <= self.as_of
        plan = bool(told.get("planned")) or told.get("status") == "planned"
        return (
            told["belief"] >= self.min_belief and begun and not over and (self.planned or not plan)
        )


def walks(edges: list[EdgeRow], start: str, longest: int) -> Iterator[Walk]:
    """Every walk of at least one edge that meets no node twice."""

    def onward(walk: Walk, met: tuple[str, ...]) -> Iterator[Walk]:
        if walk:
            yield walk
        if len(walk) < longest:
            for edge in edges:
                if edge.start == met[-1] and edge.end not in met:
                    yield from onward((*walk, edge), (*met, edge.end))

    yield from onward((), (start,))


def supply_walks(graph: Graph, start: str, terms: Terms) -> Iterator[Walk]:
    """The walks along which supply runs."""
    steps = [edge for edge in graph.of("UPSTREAM_OF") if terms.hold(edge)]
    for walk in walks(steps, start, terms.max_hops):
        through = [edge.end_label for edge in walk[:-1]]
        turns = [edge.properties.get("direction") for edge in walk]
        back = any({a, b} == {"specialise", "generalise"} for a, b in pairwise(turns))
        if not (back or astray(walk) or {"Country", "Agency"} & set(through)):
            yield walk


def astray(walk: Walk) -> bool:
    """Whether a walk comes to a group by what holds for some member only, and picks one."""
    return any(
        into.properties.get("whole") is not True and out.properties.get("direction") == "specialise"
        for into, out in pairwise(walk)
    )


def ids(walk: Walk) -> str:
    """The ids on a walk, as the tests write a path."""
    return " > ".join([walk[0].start, *(edge.end for edge in walk)])


def belief(walk: Walk) -> float:
    """How far all of a walk is believed."""
    return round(prod(edge.properties["belief"] for edge in walk), 6)


def taxonomy(walk: Walk) -> int:
    """How many steps lie between a group and a member."""
    return sum("direction" in edge.properties for edge in walk)


def assumed(walk: Walk) -> int:
    """How many firms on a walk are not known to pass on what they are supplied with."""
    return sum(
        "materials" in into.properties
        and "needs" in out.properties
        and not set(into.properties["materials"]) & set(out.properties["needs"])
        for into, out in pairwise(walk)
    )


def chokepoints(routes: list[Walk]) -> dict[str, float]:
    """Each node between the ends with the percentage of the routes that run through it."""
    through = Counter(edge.end for walk in routes for edge in walk[:-1])
    return {node: round(100 * n / len(routes), 6) for node, n in through.items()}


def lies_in(graph: Graph, node: str, country: str) -> bool:
    """Whether a node lies in a country: by its record, or by at most three steps of place."""
    code = graph.nodes[node].properties.get("country")
    inside = any(w[-1].end == country for w in walks(graph.of("LOCATED_IN"), node, 3))
    return inside or (code is not None and f"country:{str(code).lower()}" == country)


def run_by(graph: Graph, node: str, owner: str) -> bool:
    """Whether an owner holds or operates a node through at most three links."""
    return any(w[-1].end == node for w in walks(graph.of("ACQUIRES", "OPERATES"), owner, 3))


IDLE = ("consumption", "patents")
BURIED = (*IDLE, "reserves")


def sources(graph: Graph, thing: str, terms: Terms, apart: tuple[str, ...]) -> list[EdgeRow]:
    """The edges that say who makes or holds a thing, stages ``apart`` left out."""
    return [
        edge
        for edge in graph.of("PRODUCES", "CONTROLS")
        if edge.end == thing and terms.hold(edge) and edge.properties.get("stage") not in apart
    ]


def others(
    graph: Graph, thing: str, without: str, terms: Terms, apart: tuple[str, ...] = IDLE
) -> set[str]:
    """Who else makes or holds a thing."""
    makers = {edge.start for edge in sources(graph, thing, terms, apart)} - {without}
    return {m for m in makers if not lies_in(graph, m, without) and not run_by(graph, m, without)}


def stopped(graph: Graph, source: str, thing: str, terms: Terms) -> dict[str, str]:
    """What is severed and what is thinned when a source stops a thing."""
    settled = Terms(terms.as_of, terms.min_belief, terms.max_hops, planned=False)
    if source not in {edge.start for edge in sources(graph, thing, settled, BURIED)}:
        return {}
    left = others(graph, thing, source, terms, BURIED)
    effects: dict[str, str] = {}
    for walk in supply_walks(graph, thing, terms):
        itself = all(edge.properties.get("direction") != "generalise" for edge in walk)
        if itself and not left:
            effects[walk[-1].end] = "severed"
        else:
            effects.setdefault(walk[-1].end, "thinned")
    return effects


def hhi(graph: Graph, thing: str, label: str, terms: Terms) -> dict[str, tuple[float, float]]:
    """By stage: the Herfindahl-Hirschman index, and the sum of the shares known."""
    best: dict[tuple[str, str], EdgeRow] = {}
    for edge in sorted(graph.of("CONTROLS"), key=lambda e: (-e.properties["belief"], e.uid)):
        told = edge.properties
        fits = edge.end == thing and edge.start_label == label and terms.hold(edge)
        if fits and "stage" in told and "share_min" in told:
            best.setdefault((told["stage"], edge.start), edge)
    shares: dict[str, list[float]] = {}
    for (stage, _), edge in best.items():
        told: dict[str, Any] = dict(edge.properties)
        middle = (told["share_min"] + told["share_max"]) / 2
        shares.setdefault(stage, []).append(told.get("share", middle))
    return {k: (round(sum(s * s for s in v), 6), round(sum(v), 6)) for k, v in shares.items()}


def owners(graph: Graph, owned: str, terms: Terms) -> list[tuple[str, float | None]]:
    """The chains to a firm or site: the ids, and the percentage that is held through them."""
    links = [edge for edge in graph.of("ACQUIRES", "OPERATES") if terms.hold(edge)]
    chains: list[tuple[str, float | None]] = []
    for owner in graph.nodes:
        for walk in walks(links, owner, terms.max_hops):
            if walk[-1].end == owned:
                stakes = [e.properties.get("stake") for e in walk if e.type == "ACQUIRES"]
                known = None if None in stakes else 100 * prod(s / 100 for s in stakes)
                chains.append((ids(walk), None if known is None else round(known, 6)))
    return chains
