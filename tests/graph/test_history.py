"""What the graph remembers of its builds and of what they did to facts."""

from __future__ import annotations

import pytest
from monazite.errors import RebuildRefused
from monazite.graph.guard import Limits
from monazite.graph.history import builds, changes
from monazite.graph.rebuild import Terms, rebuild
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.store import Store
from monazite.graph.unchanged import unchanged

NODES = [NodeRow("Firm", f"firm:{n}", {"name": n.upper()}) for n in "abc"]


def supplies(uid: str, end: str, **properties: object) -> EdgeRow:
    return EdgeRow("SUPPLIES", uid, "Firm", "firm:a", "Firm", f"firm:{end}", properties)


def test_builds_and_their_changes(empty_store: Store) -> None:
    rebuild(empty_store, NODES, [supplies("u", "b", belief=0.5), supplies("v", "c")])
    later = [supplies("u", "b", belief=0.75, share=40.0), supplies("w", "c", year=2025)]
    rebuild(empty_store, NODES, later, history={"new_articles": 2})
    told = builds(empty_store)
    assert [(b["number"], b["outcome"], b["created"]) for b in told] == [
        (1, "done", 5),
        (2, "done", 1),
    ]
    assert told[1]["new_articles"] == 2
    assert changes(empty_store, 0, 1) == []
    assert changes(empty_store, 1, 2) == [
        ("u", 2, "changed", "A", "SUPPLIES", "B", "belief 0.5", "share 40 %, belief 0.75"),
        ("v", 2, "gone", "A", "SUPPLIES", "C", "", None),
        ("w", 2, "new", "A", "SUPPLIES", "C", None, "in 2025"),
    ]


def test_a_refused_build_is_remembered_with_its_reason(empty_store: Store) -> None:
    rebuild(empty_store, NODES, [])
    terms = Terms(limits=Limits(minimum={"Firm": 3}))
    with pytest.raises(
        RebuildRefused, match=r"leave 2 Firm \(at least 3 are wanted\).*--allow-shrink Firm\.$"
    ):
        rebuild(empty_store, NODES[:2], [], terms)
    last = builds(empty_store)[-1]
    assert (last["number"], last["outcome"]) == (2, "refused")
    assert "leave 2 Firm" in str(last["reason"])


def test_what_nobody_ended_was_interrupted(empty_store: Store) -> None:
    rebuild(empty_store, NODES, [])
    empty_store.write(lambda writer: writer.run("CREATE (:Build {number: 99, outcome: 'running'})"))
    rebuild(empty_store, NODES[:2], [])
    outcomes = {build["number"]: build["outcome"] for build in builds(empty_store)}
    assert outcomes == {1: "done", 2: "done", 99: "interrupted"}


def test_unchanged_means_the_same_source_and_size(empty_store: Store) -> None:
    assert unchanged(empty_store, "s1") is None
    rebuild(empty_store, NODES, [supplies("u", "b")], built_from="s1")
    same = unchanged(empty_store, "s1")
    assert same is not None
    assert same.empty
    assert (same.nodes["Firm"].after, same.edges["SUPPLIES"].after) == (3, 1)
    assert unchanged(empty_store, "s2") is None
    empty_store.write(lambda writer: writer.run("MATCH (n:Firm {id: 'firm:c'}) DETACH DELETE n"))
    assert unchanged(empty_store, "s1") is None


def test_a_new_source_of_the_same_rows_is_noted_without_a_build(empty_store: Store) -> None:
    rebuild(empty_store, NODES, [], built_from="s1")
    rebuild(empty_store, NODES, [], built_from="s2")
    assert unchanged(empty_store, "s2") is not None
    assert len(builds(empty_store)) == 1
