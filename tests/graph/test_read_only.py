"""What the reading side lets through, and what it refuses on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from monazite.errors import NotReadOnly, StoreError
from monazite.graph.read_only import require_read_only
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store

State = list[list[str]]
STATE = (
    "MATCH (n) RETURN labels(n), properties(n)",
    "MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id",
    "SHOW CONSTRAINTS YIELD name",
    "SHOW INDEXES YIELD name",
)
GROUPS = yaml.safe_load((Path(__file__).parent / "hostile_cypher.yaml").read_text("utf-8"))
HOSTILE = [text for texts in GROUPS.values() for text in texts]

HARMLESS = [
    "RETURN 'CREATE (n) DELETE n' AS text",
    "RETURN 'it\\'s; SET' AS text",
    "MATCH (n) RETURN n.`set` AS `delete`",
    "// CREATE a view of the firms\nMATCH (n:Firm) RETURN n;",
    "/* SET; */ RETURN 1 // done;",
    "MATCH (n:Firm) CALL (n) { MATCH (n)-[r]->() RETURN count(r) AS c } RETURN c",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n) WHERE EXISTS { (n)-[:SUPPLIES]->() } RETURN n.created, n.offset",
    "RETURN duration . inDays(date('2025-01-01'), date()).days AS days",
    "MATCH (n) WHERE n.id IN (['x'])[0..size(labels(n))] RETURN n.show AS show",
    "MATCH (n) WHERE n.`load` IS NULL AND size(keys(n)) > (1) RETURN n",
    "SHOW CONSTRAINTS YIELD name",
    "SHOW INDEXES",
]


class Web(ThreadingHTTPServer):
    """Counts what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(BaseHTTPRequestHandler):
    server: Web

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with Web() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def reader(store_settings: StoreSettings) -> Iterator[Store]:
    with Store(store_settings) as store:
        yield store


@pytest.fixture(scope="module")
def watched(session_store: Store) -> State:
    """The state of a small graph that all the texts run against, one after the other."""
    pair = "CREATE (:Firm {id: 'firm:a', belief: 0.5})-[:SUPPLIES {uid: 'e'}]->(:Firm {id: 'b'})"
    session_store.write(lambda writer: writer.run("MATCH (n) DETACH DELETE n"))
    session_store.write(lambda writer: writer.run(pair))
    return _state(session_store)


def test_there_are_many_and_each_stands_once() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 100


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_could_write_is_refused(text: str) -> None:
    with pytest.raises(NotReadOnly, match="not read-only"):
        require_read_only(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_engine_refuses_too_where_the_check_of_the_text_were_fooled(
    text: str,
    watched: State,
    session_store: Store,
    reader: Store,
    web: Web,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("monazite.graph.store.require_read_only", lambda _: None)
    with suppress(NotReadOnly, StoreError):
        reader.read(text.replace("WEB", f"http://127.0.0.1:{web.server_port}"), timeout_s=10)
    monkeypatch.undo()
    assert _state(session_store) == watched
    assert web.asked == []


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_that_reads_passes_and_runs(text: str, empty_store: Store) -> None:
    empty_store.read(text)


def _state(store: Store) -> State:
    """Every node and edge, constraint and index."""
    return [sorted(map(repr, store.stream(text))) for text in STATE]
