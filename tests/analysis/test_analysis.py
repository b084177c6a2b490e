"""analysis/: each function held against brute force on random small graphs."""

from itertools import chain, combinations, pairwise

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from monazite.analysis import minimum_cut, n_minus_one, single_points_of_failure
from monazite.errors import ParameterError, UnknownName

NODES = "abcdefg"
Edges = dict[tuple[str, str], tuple[str | None, bool]]
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda e: e[0] != e[1])
KINDS = st.tuples(st.sampled_from([None, None, "specialise", "generalise"]), st.booleans())
EDGES = st.dictionaries(PAIRS, KINDS, max_size=14)
PLAIN = st.dictionaries(PAIRS, st.just((None, False)), max_size=14)


def graph(edges: Edges) -> "nx.DiGraph[str]":
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(NODES, label="Product")
    for (start, end), (direction, whole) in edges.items():
        made.add_edge(start, end, **({"direction": direction} if direction else {}), whole=whole)
    return made


def routes(made: "nx.DiGraph[str]", source: str, target: str | None) -> list[list[str]]:
    """Every way that obeys the rules and takes no step twice, to anywhere without a target."""
    found: list[list[str]] = []

    def may_follow(way: list[str], after: str) -> bool:
        if len(way) < 2:
            return True
        into, out = made.edges[way[-2], way[-1]], made.edges[way[-1], after]
        if out.get("direction") == "specialise":
            return bool(into["whole"]) and into.get("direction") != "generalise"
        return not (out.get("direction") == "generalise" and into.get("direction") == "specialise")

    def walk(way: list[str]) -> None:
        if target in (way[-1], None):
            found.append(way)
        if way[-1] == target:
            return
        for after in made[way[-1]]:
            if (way[-1], after) not in pairwise(way) and may_follow(way, after):
                walk([*way, after])

    walk([source])
    return found


@given(EDGES)
def test_single_points_of_failure_lie_on_every_route(edges: Edges) -> None:
    made = graph(edges)
    found = single_points_of_failure(made, "a", "g")
    paths = routes(made, "a", "g")
    shared = set.intersection(*map(set, paths)) - {"a", "g"} if paths else set()
    assert found.connected == bool(paths)
    assert set(found.nodes) == shared


@given(PLAIN)
def test_they_stand_in_the_order_of_the_routes(edges: Edges) -> None:
    made = graph(edges)
    found = single_points_of_failure(made, "a", "g")
    for path in routes(made, "a", "g"):
        assert list(dict.fromkeys(n for n in path if n in found.nodes)) == list(found.nodes)


@given(EDGES)
def test_a_minimum_cut_parts_and_none_is_smaller(edges: Edges) -> None:
    made = graph(edges)
    cut = minimum_cut(made, "a", "g")
    paths = [set(p) for p in routes(made, "a", "g")]
    if made.has_edge("a", "g"):
        assert cut.entities is None
    else:
        assert cut.entities is not None
        between = set(NODES) - {"a", "g"}
        smallest = next(
            len(chosen)
            for chosen in chain.from_iterable(combinations(between, k) for k in range(6))
            if all(path & set(chosen) for path in paths)
        )
        assert len(cut.entities) == smallest
        assert all(path & set(cut.entities) for path in paths)
    ways = [set(pairwise(path)) for path in routes(made, "a", "g")]
    fewest = next(
        len(chosen)
        for chosen in chain.from_iterable(combinations(edges, k) for k in range(len(NODES)))
        if all(way & set(chosen) for way in ways)
    )
    assert len(cut.relations) == fewest
    assert all(way & set(cut.relations) for way in ways)


@given(st.dictionaries(PAIRS, KINDS, max_size=11))
def test_n_minus_one_counts_what_is_severed_and_thinned(edges: Edges) -> None:
    made = graph(edges)
    starts = [n for n in NODES if not made.in_degree(n)]
    assume(starts)

    def steps(lost: str | None) -> set[tuple[str, str]]:
        kept = graph({e: kind for e, kind in edges.items() if lost not in e})
        ways = [way for start in starts if start != lost for way in routes(kept, start, None)]
        return {step for way in ways for step in pairwise(way)}

    before = steps(None)
    expected = {}
    for node in NODES:
        after = steps(node)
        alive = {end for _, end in after} | set(starts) - {node}
        was = {end for _, end in before} | set(starts)
        severed = tuple(sorted(was - alive - {node}))
        thinned = tuple(sorted(alive & {end for _, end in before - after}))
        if severed or thinned:
            expected[node] = (severed, thinned)
    found = n_minus_one(made)
    assert {loss.node: (loss.severed, loss.thinned) for loss in found} == expected
    sizes = [(len(loss.severed), len(loss.thinned)) for loss in found]
    assert sizes == sorted(sizes, reverse=True)


def test_the_ends_are_checked() -> None:
    made = graph({("a", "b"): (None, False)})
    with pytest.raises(UnknownName, match="zinc"):
        minimum_cut(made, "a", "zinc")
    with pytest.raises(ParameterError, match="give two entities"):
        single_points_of_failure(made, "a", "a")


def test_records_name_what_people_know() -> None:
    made = graph({("a", "b"): (None, False), ("b", "g"): (None, False)})
    made.nodes["b"]["name"] = "dysprosium"
    assert single_points_of_failure(made, "a", "g").records() == [
        {"position": 1, "id": "b", "name": "dysprosium"}
    ]
    assert minimum_cut(made, "a", "g").records()[0] == {"cut": "entity", "what": "dysprosium"}
    assert n_minus_one(made, targets=["g"])[0].record()["severed"] == 1
