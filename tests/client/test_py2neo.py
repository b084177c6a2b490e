"""Old notebooks: py2neo on the same server."""

from __future__ import annotations

import sys

import pytest
from monazite.client.graph import Graph
from monazite.errors import MissingExtra
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store

FIRMS = "CREATE (:Firm {id: 'a', name: 'A'})-[:SUPPLIES {uid: 'e'}]->(:Firm {id: 'b', name: 'B'})"


@pytest.fixture
def graph(empty_store: Store, store_settings: StoreSettings) -> Graph:
    empty_store.write(lambda transaction: transaction.run(FIRMS))
    return Graph(Store(store_settings))


def test_a_notebook_of_py2neo_goes_on(graph: Graph) -> None:
    pytest.importorskip("py2neo")
    with graph:
        old = graph.py2neo()
        frame = old.run("MATCH (f:Firm) RETURN f.name AS name ORDER BY name").to_data_frame()
        assert list(frame["name"]) == ["A", "B"]
        assert old.nodes.match("Firm", id="a").first()["name"] == "A"
        assert old.evaluate("MATCH (:Firm {id: $id})-[r]->() RETURN type(r)", id="a") == "SUPPLIES"


def test_the_reader_of_the_embedded_engine_cannot_write(graph: Graph) -> None:
    py2neo = pytest.importorskip("py2neo")
    with graph:
        if "embedded" not in repr(graph):
            pytest.skip("py2neo writes as a Neo4j's user may: the guards are not its own")
        with pytest.raises(py2neo.ClientError, match="not allowed"):
            graph.py2neo().run("CREATE (:Firm {id: 'c'})")


def test_without_py2neo_the_extra_is_named(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with graph, pytest.raises(MissingExtra, match=r"pip install 'monazite\[py2neo\]'"):
        graph.py2neo()
