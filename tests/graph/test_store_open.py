"""Opening the store: wrong password, closed port, wrong kind of server."""

from __future__ import annotations

import dataclasses
import socket
import threading
from pathlib import Path

import pytest
from monazite.errors import StoreError, StoreRefused, StoreUnavailable, StoreUnsupported
from monazite.graph.embedded_files import EngineFiles
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store
from monazite.graph.store_connection import product


@pytest.fixture
def address(session_store: Store, store_settings: StoreSettings) -> StoreSettings:
    """The running store by its address, as a user names a Neo4j."""
    if store_settings.uri:
        return store_settings
    record = EngineFiles(store_settings.home).read_record()
    assert record is not None
    uri = f"bolt://127.0.0.1:{record.port}"
    return StoreSettings(store_settings.home, uri, "root", record.root, "graph")


def test_a_store_named_by_its_address_opens(address: StoreSettings) -> None:
    with Store(address) as store:
        assert str(address.uri) in store.description
        assert store.read("RETURN 1 AS one").rows == [[1]]


def test_a_wrong_password_is_refused(address: StoreSettings) -> None:
    with pytest.raises(StoreRefused, match="NEO4J_USERNAME and NEO4J_PASSWORD"):
        Store(dataclasses.replace(address, password="not-the-password"))


def test_no_password_is_refused(address: StoreSettings) -> None:
    with pytest.raises(StoreRefused, match="NEO4J_PASSWORD"):
        Store(dataclasses.replace(address, password=None))


def test_a_database_that_is_not_there_is_named(address: StoreSettings) -> None:
    with pytest.raises(StoreUnavailable, match="no such database; check NEO4J_DATABASE"):
        Store(dataclasses.replace(address, database="nowhere"))


def test_a_closed_port_does_not_answer(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(StoreUnavailable, match=f"{uri} does not answer; check that it runs"):
            Store(StoreSettings(tmp_path, uri, password="x"))


def test_a_port_that_speaks_something_else_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.close()

        threading.Thread(target=answer, daemon=True).start()
        uri = f"bolt://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(StoreError) as caught:
            Store(StoreSettings(tmp_path, uri, password="x"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("uri", ["localhost", "http://localhost:7474", "bolt://"])
def test_an_address_of_no_use_is_one_sentence(tmp_path: Path, uri: str) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_URI"):
        Store(StoreSettings(tmp_path, uri, password="x"))


@pytest.mark.parametrize("agent", ["Neo4j/4.4.38", "Neo4j/5.25.1", "Memgraph/2.1", ""])
def test_a_server_that_we_do_not_speak_to_is_named(agent: str) -> None:
    with pytest.raises(StoreUnsupported, match=f"the server is {agent}; .*Neo4j 5.26 or newer"):
        product(agent)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Neo4j/5.26.0", "Neo4j/5.26.0"),
        ("Neo4j/2026.09.0", "Neo4j/2026.09.0"),
        ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", "ArcadeDB 26.10.2"),
    ],
)
def test_a_server_that_we_speak_to_is_named(agent: str, name: str) -> None:
    assert product(agent) == name
