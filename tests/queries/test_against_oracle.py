"""Queries on random graphs, held against plain Python."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.store import Store, Writer
from monazite.queries import run

from . import oracle
from .oracle import Graph, Terms
from .readable import readable

NODES = {
    id_: NodeRow(label, id_, {"name": id_, **({"country": code} if code else {})})
    for label, id_, code in (
        ("Country", "country:cn", None),
        ("Country", "country:us", None),
        ("Agency", "agency:a", "US"),
        ("Place", "place:p", None),
        ("Firm", "firm:a", "CN"),
        ("Firm", "firm:b", None),
        ("Mine", "mine:m", None),
        ("Element", "element:e", None),
        ("Element", "element:f", None),
        ("Material", "material:t", None),
        ("Product", "product:p", None),
    )
}
IDS = sorted(NODES)
SUPPLY = ["country:cn", "agency:a", "firm:a", "firm:b", "element:e", "material:t", "product:p"]
OWNERS = ["country:cn", "firm:a", "firm:b", "mine:m"]
PLACED = ["country:cn", "country:us", "place:p", "firm:b", "mine:m"]
DAY = dt.date(2026, 6, 1)
beliefs = st.sampled_from([1.0, 0.9, 0.9, 0.8, 0.8, 0.2])
DAYS = [None] * 9 + [DAY + dt.timedelta(n) for n in (-9, 0, 9)]
things = st.sampled_from(["element:e", "element:f", "material:t"])
few_things = st.none() | st.lists(things, max_size=2, unique=True)
validity = {
    "belief": beliefs,
    "valid_from": st.sampled_from(DAYS),
    "valid_to": st.sampled_from(DAYS),
}
shares = st.sampled_from([5.0, 20.0, 60.0])
terms = st.builds(
    Terms, st.just(DAY), st.sampled_from([0.1, 0.1, 0.5, 0.9]), st.integers(2, 6), st.booleans()
)
KINDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "UPSTREAM_OF": st.fixed_dictionaries(
        {
            **validity,
            "planned": st.sampled_from([None, False, False, True]),
            "direction": st.sampled_from([None, None, None, "specialise", "generalise"]),
            "whole": st.sampled_from([None, False, True, True]),
            "materials": few_things,
            "needs": few_things,
            "facts": st.just(["f"]),
            "via": st.just(["PRODUCES"]),
        }
    ),
    "MAKES": st.fixed_dictionaries(
        {
            **validity,
            "status": st.sampled_from([None, None, "planned"]),
            "stage": st.sampled_from(["mining", "mining", "reserves", "consumption", None]),
            "share": st.none() | shares,
            "share_min": shares,
        }
    ),
    "ACQUIRES": st.fixed_dictionaries(
        {**validity, "stake": st.none() | shares, "status": st.sampled_from([None, "planned"])}
    ),
}
KINDS["CONTROLS"] = KINDS["PRODUCES"] = KINDS["MAKES"]
KINDS["OPERATES"] = KINDS["ACQUIRES"]
KINDS["LOCATED_IN"] = st.fixed_dictionaries({"belief": beliefs})


def made(uid: str, kind: str, start: str, end: str, told: dict[str, Any]) -> EdgeRow:
    """An edge row; what is None is left out."""
    known = {k: v for k, v in told.items() if v is not None} | {"origin": "news", "uid": uid}
    if "share_min" in known:
        known["share_max"] = known["share_min"] + 10.0
    return EdgeRow(kind, uid, NODES[start].label, start, NODES[end].label, end, known)


def edges(
    kind: str, starts: list[str], ends: list[str], most: int, least: int = 0
) -> st.SearchStrategy[Any]:
    """From ``least`` to ``most`` edges of a kind between different nodes; upstream one a pair."""
    edge = st.tuples(st.sampled_from(starts), st.sampled_from(ends), KINDS[kind])
    apart = (lambda e: e[:2]) if kind == "UPSTREAM_OF" else None
    rows = st.lists(edge, min_size=least, max_size=most, unique_by=apart)
    return rows.map(
        lambda found: [made(f"{kind} {n}", kind, *e) for n, e in enumerate(found) if e[0] != e[1]]
    )


def graphs(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Graph]:
    """Graphs of all nodes and the edges of every part."""
    return st.tuples(*parts).map(lambda found: Graph(NODES, [e for rows in found for e in rows]))


# Dense, so that most examples have several paths, some through what they must not go through.
supply = edges("UPSTREAM_OF", SUPPLY, SUPPLY, 36, least=24)
makers = [
    edges("CONTROLS", ["country:cn", "country:us", "firm:a"], ["element:e"], 12, least=5),
    edges("PRODUCES", OWNERS, ["element:e"], 3),
]
holdings = [edges("ACQUIRES", OWNERS, OWNERS, 8, least=2), edges("OPERATES", OWNERS, OWNERS, 4)]
places = edges("LOCATED_IN", PLACED, PLACED, 4)
random_graphs = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

many_random_graphs = settings(random_graphs, max_examples=120)


@pytest.fixture(scope="module")
def store(session_store: Store) -> Store:
    """A store that holds the nodes; every example has edges of its own."""
    from monazite.graph.rebuild import rebuild

    session_store.write(lambda writer: writer.run("MATCH (n) DETACH DELETE n"))
    rebuild(session_store, NODES.values(), [])
    return session_store


def write(store: Store, graph: Graph) -> None:
    """Make the store hold the edges of this graph."""

    def work(writer: Writer) -> None:
        writer.run("MATCH ()-[r]->() DELETE r")
        for kind, found in groupby(sorted(graph.edges, key=lambda e: e.type), lambda e: e.type):
            rows = [{"a": e.start, "b": e.end, "told": dict(e.properties)} for e in found]
            ends = "MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b})"
            create = f"CREATE (a)-[r:{kind}]->(b) SET r = row.told"
            writer.run(f"UNWIND $rows AS row {ends} {create}", rows=rows)

    store.write(work)


def ask(store: Store, name: str, asked: Terms, **params: object) -> list[dict[str, Any]]:
    """The rows of a query as dictionaries; of the terms those that it has."""
    from monazite.queries import find_query

    told = {"limit": 10_000, **vars(asked), **params}
    has = {k: v for k, v in told.items() if find_query(name).parameter(k)}
    answer = run(store, name, has)
    return [dict(zip(answer.columns, map(readable, row), strict=True)) for row in answer.rows]


def routes_between(graph: Graph, asked: Terms, source: str, target: str) -> list[oracle.Walk]:
    """The walks of supply from one node to another."""
    return [w for w in oracle.supply_walks(graph, source, asked) if w[-1].end == target]


def ordered(keys: Iterable[tuple[Any, ...]]) -> bool:
    """Whether keys never descend."""
    listed = list(keys)
    return listed == sorted(listed)


@random_graphs
@given(graphs(supply), terms, st.sampled_from(SUPPLY))
def test_paths(store: Store, graph: Graph, asked: Terms, target: str) -> None:
    write(store, graph)
    for source in SUPPLY:
        routes = routes_between(graph, asked, source, target)
        expected = {
            oracle.ids(w): (len(w), oracle.belief(w), oracle.taxonomy(w), oracle.assumed(w))
            for w in routes
        }
        rows = ask(store, "dependency-paths", asked, source=source, target=target)
        found = {r["graph"]: (r["hops"], r["belief"], r["taxonomy"], r["assumed"]) for r in rows}
        assert found == expected
        assert len(rows) == len(expected)
        assert ordered((bool(r["taxonomy"] + r["assumed"]), -r["belief"], r["hops"]) for r in rows)

        shortest = ask(store, "shortest-path", asked, source=source, target=target, limit=1)
        least = min((len(w) for w in routes), default=None)
        assert [r["hops"] for r in shortest] == ([] if least is None else [least])
        assert all(r["graph"] in expected for r in shortest)


@random_graphs
@given(graphs(supply), terms, st.sampled_from(SUPPLY))
def test_chokepoints(store: Store, graph: Graph, asked: Terms, target: str) -> None:
    write(store, graph)
    for source in SUPPLY:
        routes = routes_between(graph, asked, source, target)
        rows = ask(store, "chokepoints", asked, source=source, target=target)
        assert {r["id"]: r["share"] for r in rows} == oracle.chokepoints(routes)
        assert ordered((-r["routes"], r["node"]) for r in rows)


@random_graphs
@given(graphs(supply, places, *holdings), terms, *[st.sampled_from(SUPPLY)] * 2)
def test_paths_avoiding(
    store: Store, graph: Graph, asked: Terms, target: str, avoided: str
) -> None:
    write(store, graph)

    def bad(node: str) -> bool:
        near = oracle.lies_in(graph, node, avoided) or oracle.run_by(graph, node, avoided)
        return node == avoided or near

    for source in SUPPLY:
        expected = {
            oracle.ids(w)
            for w in routes_between(graph, asked, source, target)
            if not any(map(bad, [w[0].start, *(e.end for e in w)]))
        }
        rows = ask(store, "paths-avoiding", asked, source=source, target=target, avoiding=avoided)
        assert sorted(r["graph"] for r in rows) == sorted(expected)
        assert ordered((r["hops"], r["taxonomy"], -r["belief"]) for r in rows)


@random_graphs
@given(graphs(supply), terms, st.sampled_from(SUPPLY))
def test_upstream_and_downstream(store: Store, graph: Graph, asked: Terms, node: str) -> None:
    write(store, graph)

    def summed(routes: list[oracle.Walk]) -> tuple[int, int, float]:
        return len(routes), min(map(len, routes)), max(map(oracle.belief, routes))

    down = sorted(oracle.supply_walks(graph, node, asked), key=lambda w: w[-1].end)
    below = {end: summed(list(w)) for end, w in groupby(down, lambda w: w[-1].end)}
    rows = ask(store, "what-depends-on", asked, source=node)
    assert {r["id"]: (r["routes"], r["hops"], r["belief"]) for r in rows} == below

    up = {n: [w for w in oracle.supply_walks(graph, n, asked) if w[-1].end == node] for n in IDS}
    rows = ask(store, "suppliers-of", asked, target=node)
    found = {r["id"]: (r["routes"], r["hops"], r["belief"]) for r in rows}
    assert found == {n: summed(routes) for n, routes in up.items() if routes}


@many_random_graphs
@given(graphs(*makers), terms, st.sampled_from(["Country", "Firm"]))
def test_hhi(store: Store, graph: Graph, asked: Terms, label: str) -> None:
    write(store, graph)
    rows = ask(store, "hhi", asked, thing="element:e", holders=label)
    found = {r["stage"]: (r["hhi"], r["known"]) for r in rows}
    assert found == oracle.hhi(graph, "element:e", label, asked)
    for row in rows:
        rest = max(0.0, 100 - row["known"])
        assert row["hhi_max"] == pytest.approx(row["hhi"] + rest**2)


@random_graphs
@given(graphs(supply, places, *makers, *holdings), terms, st.sampled_from(OWNERS))
def test_severed_and_thinned(store: Store, graph: Graph, asked: Terms, source: str) -> None:
    write(store, graph)
    rows = ask(store, "supply-stop", asked, source=source, thing="element:e")
    assert {r["id"]: r["effect"] for r in rows} == oracle.stopped(graph, source, "element:e", asked)
    left = oracle.others(graph, "element:e", source, asked, oracle.BURIED)
    assert all(r["others"] == sorted(left) for r in rows)

    rows = ask(store, "alternatives", asked, thing="element:e", without=source)
    assert {r["maker"] for r in rows} == oracle.others(graph, "element:e", source, asked)


@many_random_graphs
@given(graphs(*holdings), terms, st.sampled_from(["firm:a", "firm:b", "mine:m"]))
def test_ownership(store: Store, graph: Graph, asked: Terms, owned: str) -> None:
    write(store, graph)
    rows = ask(store, "ownership-chain", asked, owned=owned)
    found = [(r["graph"], r["stake"]) for r in rows]
    assert sorted(found, key=str) == sorted(oracle.owners(graph, owned, asked), key=str)
    assert ordered((r["hops"], -r["belief"], r["chain"]) for r in rows)
