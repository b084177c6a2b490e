"""Plan and apply: what the store holds afterwards is exactly what was asked for."""

from __future__ import annotations

import datetime as dt
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from monazite.errors import ForeignGraph, RebuildRefused, SchemaError
from monazite.graph.guard import Limits
from monazite.graph.plan import make_plan
from monazite.graph.rebuild import Terms, plan_only, rebuild
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.store import Store
from monazite.graph.templates import EDGE_TYPES, NODE_LABELS

Rows = tuple[list[NodeRow], list[EdgeRow]]
ANYTHING = Terms(limits=Limits(allowed=frozenset([*NODE_LABELS, *EDGE_TYPES])))

text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
scalar = st.one_of(
    text,
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.lists(text, min_size=1, max_size=3),
    st.lists(st.floats(0, 1), min_size=1, max_size=3),
)
properties = st.dictionaries(st.sampled_from(["name", "belief", "shares", "status"]), scalar)


@st.composite
def graphs(draw: st.DrawFn) -> Rows:
    """A few nodes of a few labels, and edges between them; uids come back with other ends."""
    keys = draw(st.sets(st.tuples(st.sampled_from(NODE_LABELS[:3]), st.sampled_from("abcd"))))
    nodes = [NodeRow(label, f"{label.lower()}:{key}", draw(properties)) for label, key in keys]
    if not nodes:
        return [], []
    end = st.sampled_from([(node.label, node.id) for node in nodes])
    uids = draw(st.sets(st.tuples(st.sampled_from(EDGE_TYPES[:3]), st.sampled_from("uvwxyz"))))
    edges = [EdgeRow(kind, uid, *draw(end), *draw(end), draw(properties)) for kind, uid in uids]
    return nodes, edges


def stored(store: Store) -> set[str]:
    """Everything in the store, as text: labels, ends and properties, fingerprints left out."""
    nodes = store.read(
        "MATCH (n) WHERE NOT (n:Build OR n:Change OR n:Graph) RETURN labels(n), properties(n)"
    ).rows
    edges = store.read(
        "MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)",
    ).rows
    return {_text(row) for row in (*nodes, *edges)}


def _text(row: list[object]) -> str:
    *front, found = row
    assert isinstance(found, dict)
    plain = sorted((k, v) for k, v in found.items() if k != "fingerprint")
    return repr([sorted(part) if isinstance(part, list) else part for part in front] + plain)


def wanted(rows: Rows) -> set[str]:
    nodes, edges = rows
    evidence = {"Claim", "Article"}
    as_nodes: list[list[object]] = [
        [
            sorted([n.label] if n.label in evidence else [n.label, "Entity"]),
            {**n.properties, "id": n.id},
        ]
        for n in nodes
    ]
    as_edges: list[list[object]] = [
        [e.type, e.start, e.end, {**e.properties, "uid": e.uid}] for e in edges
    ]
    return {_text(row) for row in (*as_nodes, *as_edges)}


@given(before=graphs(), after=graphs())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_applying_a_plan_gives_exactly_what_was_asked_for(
    before: Rows, after: Rows, session_store: Store
) -> None:
    session_store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
    rebuild(session_store, *before)
    assert stored(session_store) == wanted(before)
    rebuild(session_store, *after, ANYTHING)
    assert stored(session_store) == wanted(after)
    assert make_plan(session_store, *after).empty


def firms(count: int, **more: object) -> list[NodeRow]:
    return [NodeRow("Firm", f"firm:{i}", {"name": f"Firm {i}", **more}) for i in range(count)]


def test_the_plan_counts_by_label_and_type(empty_store: Store) -> None:
    edge = EdgeRow("SUPPLIES", "u", "Firm", "firm:0", "Firm", "firm:1")
    rebuild(empty_store, firms(3), [edge])
    changed = [NodeRow("Firm", "firm:1", {"name": "Other"}), *firms(1), *firms(5)[4:]]
    plan = make_plan(empty_store, changed, [])
    counts = plan.nodes["Firm"]
    assert (counts.create, counts.change, counts.remove, counts.keep) == (1, 1, 1, 1)
    assert plan.edges["SUPPLIES"].remove == 1
    assert (plan.created, plan.changed, plan.removed) == (1, 1, 2)


def test_a_dry_run_writes_nothing(empty_store: Store) -> None:
    plan = plan_only(empty_store, firms(3), [])
    assert (plan.created, stored(empty_store)) == (3, set())


def test_nothing_changed_means_nothing_written(empty_store: Store) -> None:
    told: list[tuple[int, int]] = []
    terms = Terms(progress=lambda *counts: told.append(counts))
    rebuild(empty_store, firms(3), [], terms)
    assert told == [(3, 3)]
    rebuild(empty_store, firms(3), [], terms)
    assert told == [(3, 3)]
    assert empty_store.read("MATCH (b:Build) RETURN count(b)").rows == [[1]]


def test_a_build_leaves_its_history(empty_store: Store) -> None:
    rebuild(empty_store, firms(3), [], history={"articles": 7})
    row = empty_store.read("MATCH (b:Build) RETURN b.created, b.articles, b.finished").rows[0]
    assert row[:2] == [3, 7]
    assert isinstance(row[2], dt.datetime)


def test_a_collapse_is_refused_with_its_figures(empty_store: Store) -> None:
    rebuild(empty_store, firms(60), [])
    with pytest.raises(
        RebuildRefused, match=r"20 of 60 Firm \(33 %; allowed are 30 %\).*--allow-shrink Firm\.$"
    ):
        rebuild(empty_store, firms(40), [])
    assert empty_store.read("MATCH (n:Firm) RETURN count(n)").rows == [[60]]
    rebuild(empty_store, firms(40), [], ANYTHING)
    assert empty_store.read("MATCH (n:Firm) RETURN count(n)").rows == [[40]]


def test_a_few_may_always_go(empty_store: Store) -> None:
    rebuild(empty_store, firms(19), [])
    assert rebuild(empty_store, [], []).removed == 19


def test_nodes_of_others_are_left_alone_and_counted(empty_store: Store) -> None:
    empty_store.write(
        lambda transaction: transaction.run(
            "CREATE (:Film {title: 'x'})-[:NEXT]->(:Firm {id: 'theirs'})"
        )
    )
    plan = rebuild(empty_store, firms(2), [])
    assert plan.foreign_nodes == 2
    rebuild(empty_store, [], [])
    assert empty_store.read("MATCH (:Film)-[:NEXT]->(n:Firm) RETURN n.id").rows == [["theirs"]]


def test_a_key_that_others_took_is_refused(empty_store: Store) -> None:
    empty_store.write(
        lambda transaction: transaction.run("CREATE (:Firm {id: 'firm:1', note: 'mine'})")
    )
    with pytest.raises(ForeignGraph, match="Firm firm:1 that monazite did not write"):
        rebuild(empty_store, firms(3), [])
    assert empty_store.read("MATCH (n:Firm) RETURN n.note").rows == [["mine"]]


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        (firms(1) + firms(1), [], "two rows for Firm firm:0"),
        ([NodeRow("Firm) DETACH DELETE (n", "x")], [], "not among the graph's"),
        (firms(1), [EdgeRow("MERGES", "u", "Firm", "firm:0", "Firm", "firm:0")], "not among"),
        (firms(1), [EdgeRow("SUPPLIES", "u", "Firm", "firm:0", "Firm", "firm:9")], "firm:9"),
    ],
)
def test_rows_that_break_the_rules_are_refused(
    empty_store: Store, nodes: list[NodeRow], edges: list[EdgeRow], message: str
) -> None:
    with pytest.raises(SchemaError, match=message):
        rebuild(empty_store, nodes, edges)
    assert stored(empty_store) == set()


def test_more_than_one_batch(empty_store: Store) -> None:
    edges = [
        EdgeRow("SUPPLIES", f"u{i}", "Firm", "firm:0", "Firm", f"firm:{i}") for i in range(5_001)
    ]
    told: list[int] = []
    rebuild(empty_store, firms(5_001), edges, Terms(progress=lambda done, _: told.append(done)))
    assert told == [5_000, 5_001, 10_001, 10_002]
    counted = "MATCH (:Firm)-[r:SUPPLIES]->(n:Firm) RETURN count(r), count(DISTINCT n)"
    assert empty_store.read(counted).rows == [[5_001, 5_001]]
    assert make_plan(empty_store, firms(5_001), edges).empty


def peak(store: Store, count: int) -> int:
    """The most bytes of Python objects held while so many nodes are planned."""
    tracemalloc.start()
    nodes = (NodeRow("Firm", f"firm:{i}", {"name": f"Firm {i}"}) for i in range(count))
    assert make_plan(store, nodes, []).created == count
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return memory


def test_a_plan_of_any_size_takes_little_memory(empty_store: Store) -> None:
    peak(empty_store, 10)
    assert peak(empty_store, 20_000) - peak(empty_store, 2_000) < 100_000


def test_a_batch_is_emptied_when_the_next_is_asked_for(empty_store: Store) -> None:
    """The driver holds the rows that a transaction was given until its end."""
    batches = [rows for _, rows in make_plan(empty_store, firms(5_001), []).node_rows.batches()]
    assert batches == [[], []]
