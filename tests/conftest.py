"""Fixtures that every room's tests may use."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from monazite.graph.settings import StoreSettings

from .engines.engine import Engine, engine_named
from .engines.lines import EMBEDDED, ENGINES
from .engines.servers import NoServer, Servers

if TYPE_CHECKING:
    from monazite.graph.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that run on an engine of :mod:`.engines`."""
    for item in items:
        if "neo4j_servers" in getattr(item, "fixturenames", ()):
            item.add_marker("engine")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Give all skips for want of one server the same place: the summary tells it in one line."""
    report = yield
    if call.excinfo and isinstance(call.excinfo.value, NoServer):
        report.longrepr = ("tests/engines", 0, f"Skipped: {call.excinfo.value}")
    return report


@pytest.fixture(scope="session")
def neo4j_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """``neo4j_servers["5.26"]`` and ``["2026"]``: each started once, when first asked for."""
    servers = Servers(tmp_path_factory.mktemp("neo4j"))
    yield servers
    servers.close()


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, neo4j_servers: Servers) -> Engine:
    """Each engine in turn: the embedded one and both Neo4j servers."""
    return engine_named(request.param, neo4j_servers)


@pytest.fixture(scope="session")
def store_settings(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> StoreSettings:
    """The settings of this run's store on the engine."""
    return engine.settings(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def session_store(store_settings: StoreSettings) -> Iterator[Store]:
    """One open, writable store for the whole run; most tests want :func:`empty_store`."""
    from monazite.graph.store import Store

    with Store(store_settings, write=True) as store:
        yield store


@pytest.fixture
def empty_store(session_store: Store) -> Store:
    """A writable store without any node."""
    session_store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
    return session_store


EXAMPLES = Path(__file__).parent.parent / "examples"
ENGINE_ENVIRONMENT = Engine(EMBEDDED).environment


def use_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a small embedded engine, whatever Neo4j this machine's user works with."""
    Engine(EMBEDDED).use(monkeypatch)


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test opens by a home folder is that folder's embedded engine."""
    use_embedded_engine(monkeypatch)


@pytest.fixture(scope="session")
def some_articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Twelve English example articles and a topic page: 16 entries, two of them one story."""
    lines = (EXAMPLES / "articles" / "english.jsonl").read_text(encoding="utf-8").splitlines()
    english = tmp_path_factory.mktemp("articles") / "english.jsonl"
    english.write_text("\n".join(lines[:12]) + "\n", encoding="utf-8")
    return [english, EXAMPLES / "articles" / "topic-magnets.txt"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, some_articles: list[Path]) -> Iterator[Path]:
    """A home folder with a graph built of :func:`some_articles`; tests read it only."""
    from monazite.operations.build import build

    home = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as monkeypatch:
        use_embedded_engine(monkeypatch)
        build(some_articles, home)
    yield home
    shutil.rmtree(home)
