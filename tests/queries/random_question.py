"""Random questions about a random graph."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from monazite.queries import Query
from monazite.queries.query import Parameter
from monazite.schema import label_of

from .random_graph import DAYS, RandomGraph

# Each bound of a path makes a text of its own, which Neo4j takes a second to plan: one will do.
ASKED: dict[str, list[object]] = {
    "as_of": [*DAYS[1:], DAYS[3]],
    "since": DAYS[1:],
    "min_belief": [0, 0, 0.3, 0.8],
    "max_hops": [4],
    "limit": [2, 5, 10_000],
    "days": [0, 90, 36_500],
    "least": [0, 40],
    "planned": [True],
}


def question(random: Random, query: Query, graph: RandomGraph) -> dict[str, object]:
    """Values for the parameters of a query; what may be left out often is."""
    given = {p.name: _value(random, p, graph) for p in query.params if _wanted(random, p)}
    return given | _ends(random, query, graph, given)


def _wanted(random: Random, parameter: Parameter) -> bool:
    return parameter.required or random.random() < 0.3


def _ends(
    random: Random, query: Query, graph: RandomGraph, given: Mapping[str, object]
) -> dict[str, object]:
    """Entities for the first two that are asked for, such that something joins them."""
    asked = [p for p in query.params if p.type == "entity" and p.name in given][:2]
    for _ in range(50):
        pair = random.sample(random.choice(graph.pairs), 2)
        if all(_fits(p, id_) for p, id_ in zip(asked, pair, strict=False)):
            return {p.name: id_ for p, id_ in zip(asked, pair, strict=False)}
    return {}


def _fits(parameter: Parameter, id_: str) -> bool:
    return not parameter.labels or label_of(id_) in parameter.labels


def _value(random: Random, parameter: Parameter, graph: RandomGraph) -> object:
    if parameter.type == "entity":
        return random.choice([e.id for e in graph.entities if _fits(parameter, e.id)])
    if parameter.allowed:
        return random.choice(parameter.allowed)
    if parameter.name == "fact":
        return random.choice(graph.facts).uid[:6]
    return random.choice(ASKED[parameter.name])
