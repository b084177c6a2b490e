"""The fixture graph in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .. import graph_fixture

if TYPE_CHECKING:
    from monazite.graph.store import Store


@pytest.fixture(scope="module")
def graph(session_store: Store) -> Store:
    """A store that holds the fixture graph."""
    from monazite.graph.rebuild import rebuild

    session_store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
    rebuild(session_store, graph_fixture.nodes(), graph_fixture.edges())
    return session_store
