"""Fixtures that every room's tests may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from monazite.graph.settings import StoreSettings

if TYPE_CHECKING:
    from monazite.graph.store import Store


@pytest.fixture(scope="session")
def store_settings(tmp_path_factory: pytest.TempPathFactory) -> StoreSettings:
    """The store of this test run: MONAZITE_TEST_NEO4J_URI, or an embedded engine of its own.

    The Neo4j named there is emptied; its password is in MONAZITE_TEST_NEO4J_PASSWORD.
    """
    home: Path = tmp_path_factory.mktemp("home")
    return StoreSettings(
        home=home,
        uri=os.environ.get("MONAZITE_TEST_NEO4J_URI"),
        password=os.environ.get("MONAZITE_TEST_NEO4J_PASSWORD"),
        heap_mb=512,
        idle_seconds=5,
    )


@pytest.fixture(scope="session")
def session_store(store_settings: StoreSettings) -> Iterator[Store]:
    """One open, writable store for the whole run; most tests want :func:`empty_store`."""
    from monazite.graph.store import Store

    with Store(store_settings, write=True) as store:
        yield store


@pytest.fixture
def empty_store(session_store: Store) -> Store:
    """A writable store without any node."""
    with session_store.transaction() as transaction:
        transaction.run("MATCH (n) DETACH DELETE n")
    return session_store


EXAMPLES = Path(__file__).parent.parent / "examples"
ENGINE_ENVIRONMENT = {"MONAZITE_ENGINE_HEAP_MB": "256", "MONAZITE_ENGINE_IDLE_SECONDS": "60"}


def use_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a small embedded engine, whatever Neo4j this machine's user works with."""
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("MONAZITE_HOME", raising=False)
    for name, value in ENGINE_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


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
