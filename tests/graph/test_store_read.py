"""Reading: values, limits, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from monazite.errors import NotReadOnly, ParameterError, StoreError
from monazite.graph.answers import EdgeValue, NodeValue, PathValue
from monazite.graph.store import Store

PAIR = """
CREATE (a:Firm:Entity {id: 'firm:a', names: ['A', '甲'], since: date('2025-01-02')})
CREATE (b:Firm:Entity {id: 'firm:b'})
CREATE (a)-[:SUPPLIES {uid: 'x', belief: 0.5}]->(b)
"""


@pytest.fixture
def pair(empty_store: Store) -> Store:
    empty_store.write(lambda transaction: transaction.run(PAIR))
    return empty_store


def test_a_path_comes_back_without_the_drivers_types(pair: Store) -> None:
    table = pair.read(
        "MATCH p = (a:Firm {id: $id})-[r]->(b) RETURN p, r, a.since", {"id": "firm:a"}
    )
    first = NodeValue(
        "firm:a",
        "Firm",
        {"id": "firm:a", "names": ["A", "甲"], "since": dt.date(2025, 1, 2)},
    )
    second = NodeValue("firm:b", "Firm", {"id": "firm:b"})
    edge = EdgeValue("SUPPLIES", "x", "firm:a", "firm:b", {"uid": "x", "belief": 0.5})
    assert table.columns == ["p", "r", "a.since"]
    assert table.rows == [[PathValue((first, second), (edge,)), edge, dt.date(2025, 1, 2)]]


def test_a_row_limit_cuts_and_says_so(pair: Store) -> None:
    short = pair.read("UNWIND range(1, 50) AS x RETURN x", limit=3)
    whole = pair.read("UNWIND range(1, 3) AS x RETURN x", limit=3)
    assert (short.rows, short.truncated) == ([[1], [2], [3]], True)
    assert (whole.rows, whole.truncated) == ([[1], [2], [3]], False)


def test_a_time_limit_ends_a_query_and_the_next_one_runs(empty_store: Store) -> None:
    empty_store.write(
        lambda transaction: transaction.run("UNWIND range(1, 1500) AS x CREATE (:Z {i: x})")
    )
    endless = "MATCH (a:Z), (b:Z), (c:Z) WHERE a.i + b.i + c.i = 17 RETURN count(*)"
    with pytest.raises(StoreError, match="longer than"):
        empty_store.read(endless, timeout_s=0.5)
    assert empty_store.read("RETURN 1").rows == [[1]]


def test_a_syntax_error_is_one_sentence(empty_store: Store) -> None:
    with pytest.raises(StoreError, match=r"cannot be run: .*line 1") as caught:
        empty_store.read("MATCH (n RETURN n")
    assert "\n" not in str(caught.value)


def test_a_missing_parameter_is_named(empty_store: Store) -> None:
    with pytest.raises((ParameterError, StoreError), match="needed"):
        empty_store.read("MATCH (n {id: $needed}) RETURN n")


def test_a_reading_store_gives_no_transaction(pair: Store, store_settings: object) -> None:
    from monazite.graph.settings import StoreSettings

    assert isinstance(store_settings, StoreSettings)
    with Store(store_settings) as reader:
        with pytest.raises(NotReadOnly, match="write=True"):
            reader.write(lambda writer: writer.run("RETURN 1"))
        with pytest.raises(NotReadOnly, match="write=True"):
            reader.define("CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.y)")
