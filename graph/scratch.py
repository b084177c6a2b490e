"""A temporary database on disk: what is too much for memory, until its connection is let go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import StoreError


def scratch(*statements: str) -> sqlite3.Connection:
    """A connection to an empty database that nobody else sees, after these statements.

    Its file has no name and goes with the connection; 2 MB of it are held in memory.
    """
    connection = sqlite3.connect("", isolation_level=None)
    # Nothing is ever rolled back, so no journal is kept, and one transaction spares many.
    for statement in ("PRAGMA journal_mode = OFF", "BEGIN", *statements):
        connection.execute(statement)
    return connection


@contextmanager
def scratch_errors() -> Iterator[None]:
    """Turns SQLite's errors into a :class:`StoreError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f"the plan cannot be kept in the temporary folder ({error}); make room there or name "
            "another folder with SQLITE_TMPDIR."
        ) from error
