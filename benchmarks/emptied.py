"""A store that a benchmark may fill: empty before and, where it is a server's, empty after."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monazite.graph.store import Store, open_store

_REMOVE = "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(n)"


@contextmanager
def empty_store(home: Path) -> Iterator[Store]:
    """The store that the environment names; the benchmark ends where somebody's nodes are in it."""
    with open_store(home, write=True) as store:
        (held,) = next(store.stream("MATCH (n) RETURN count(n)"))
        if held:
            raise SystemExit(f"{store.description} holds {held} nodes; name an empty database.")
        try:
            yield store
        finally:
            if os.environ.get("NEO4J_URI"):
                empty(store)


def empty(store: Store) -> None:
    """Remove every node, a part at a time."""
    while store.write(lambda writer: writer.run(_REMOVE))[0][0]:
        pass
