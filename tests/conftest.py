"""Fixtures that every room's tests may use."""

from __future__ import annotations

import os
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
