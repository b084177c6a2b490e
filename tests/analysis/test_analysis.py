"""analysis/: each function held against brute force on random small graphs."""

from itertools import chain, combinations

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from monazite.analysis import minimum_cut, n_minus_one, single_points_of_failure
from monazite.errors import ParameterError, UnknownName

NODES = "abcdefg"
EDGES = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=16)


def graph(edges: set[tuple[str, str]]) -> "nx.DiGraph[str]":
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(NODES, label="Product")
    made.add_edges_from(edge for edge in edges if edge[0] != edge[1])
    return made


def routes(made: "nx.DiGraph[str]", source: str, target: str) -> list[list[str]]:
    """Every simple path, by a walk of its own."""
    found: list[list[str]] = []

    def walk(path: list[str]) -> None:
        if path[-1] == target:
            found.append(path)
            return
        for after in made[path[-1]]:
            if after not in path:
                walk([*path, after])

    walk([source])
    return found


@given(EDGES)
def test_single_points_of_failure_lie_on_every_route(edges: set[tuple[str, str]]) -> None:
    made = graph(edges)
    found = single_points_of_failure(made, "a", "g")
    paths = routes(made, "a", "g")
    shared = set.intersection(*map(set, paths)) - {"a", "g"} if paths else set()
    assert found.connected == bool(paths)
    assert set(found.nodes) == shared
    for path in paths:
        assert [n for n in path if n in shared] == list(found.nodes)


@given(EDGES)
def test_a_minimum_cut_parts_and_none_is_smaller(edges: set[tuple[str, str]]) -> None:
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
    without = graph(set(made.edges) - set(cut.relations))
    assert not routes(without, "a", "g")
    assert len(cut.relations) <= min(made.out_degree("a"), made.in_degree("g"))


@given(EDGES)
def test_n_minus_one_counts_what_is_severed_and_thinned(edges: set[tuple[str, str]]) -> None:
    made = graph(edges)
    starts = [n for n in NODES if not made.in_degree(n)]
    assume(starts)

    def alive(lost: str | None) -> set[str]:
        kept = graph({e for e in made.edges if lost not in e})
        return {
            n for n in NODES if n != lost and any(s != lost and routes(kept, s, n) for s in starts)
        }

    before = alive(None)
    expected = {}
    for node in before:
        after = alive(node)
        severed = tuple(sorted(before - after - {node}))
        thinned = tuple(
            sorted(t for t in after if any(p in before - after for p in made.predecessors(t)))
        )
        if severed or thinned:
            expected[node] = (severed, thinned)
    found = n_minus_one(made)
    assert {loss.node: (loss.severed, loss.thinned) for loss in found} == expected
    sizes = [(len(loss.severed), len(loss.thinned)) for loss in found]
    assert sizes == sorted(sizes, reverse=True)


def test_the_ends_are_checked() -> None:
    made = graph({("a", "b")})
    with pytest.raises(UnknownName, match="zinc"):
        minimum_cut(made, "a", "zinc")
    with pytest.raises(ParameterError, match="give two entities"):
        single_points_of_failure(made, "a", "a")


def test_records_name_what_people_know() -> None:
    made = graph({("a", "b"), ("b", "g")})
    made.nodes["b"]["name"] = "dysprosium"
    assert single_points_of_failure(made, "a", "g").records() == [
        {"position": 1, "id": "b", "name": "dysprosium"}
    ]
    assert minimum_cut(made, "a", "g").records()[0] == {"cut": "entity", "what": "dysprosium"}
    assert n_minus_one(made, targets=["g"])[0].record()["severed"] == 1
