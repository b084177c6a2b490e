"""Ending a query on a server that keeps no time: the embedded engine.

Left alone it computes to the end, or for ten minutes, what nobody waits for any longer: an answer
that took too long, or the rest of one of which only the first rows are wanted.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from neo4j import READ_ACCESS

from .store_connection import Connection


def end_query(connection: Connection, cypher: str, began: float) -> None:
    """End the query that was sent at ``began`` (of ``time.monotonic``), if it still runs.

    It is known by its text, and among equal ones by how long it has run.
    """
    with connection.translated(), connection.session(READ_ACCESS) as session:
        running = [found.data() for found in session.run("SHOW TRANSACTIONS")]
        same = [found for found in running if found["currentQuery"] == cypher]
        if not same:
            return
        mine = min(same, key=lambda found: abs(_seconds(found) - (time.monotonic() - began)))
        session.run("TERMINATE TRANSACTIONS $id", id=mine["transactionId"]).consume()


def _seconds(running: Mapping[str, object]) -> float:
    elapsed = running["elapsedTime"]
    return float(getattr(elapsed, "seconds", 0)) + float(getattr(elapsed, "nanoseconds", 0)) / 1e9
