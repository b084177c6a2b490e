"""One SQLite connection to a claim store, and its errors in one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import ClaimStoreError
from .tables import APPLICATION_ID, SCHEMA_VERSION, TABLES, UPGRADES

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)
_REASONS = {
    "SQLITE_FULL": "the disk is full; free some space and run again, nothing stored is lost.",
    "SQLITE_BUSY": "another process is writing to it; run again when that has ended.",
    "SQLITE_LOCKED": "another process is writing to it; run again when that has ended.",
    "SQLITE_CORRUPT": "the file is damaged; move it away and build it again from the articles.",
    "SQLITE_NOTADB": "the file is no claim store; move it away or choose another folder.",
    "SQLITE_READONLY": "it cannot be written; check its permissions or choose another folder.",
    "SQLITE_CANTOPEN": "it cannot be opened; check the folder's permissions or choose another one.",
    "SQLITE_IOERR": "the disk gave an error; check it and run again.",
}


def connect(path: Path, wait_s: float) -> sqlite3.Connection:
    """A connection to the claim store at ``path``, which is made where there is none.

    Another writer is waited for, for ``wait_s`` seconds. Raises :class:`ClaimStoreError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ClaimStoreError(
            f"the claim store {path} cannot be made ({reason}); choose another folder."
        ) from error
    with errors_of(path):
        connection = sqlite3.connect(path, timeout=wait_s, isolation_level=None)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            if _version(connection, path) != SCHEMA_VERSION:
                with transaction(connection, path):
                    _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the claim store, 0 where the file is empty, an error where it is another."""
    owner, version, tables = (
        connection.execute(query).fetchone()[0]
        for query in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_master",
        )
    )
    if owner != APPLICATION_ID and tables:
        raise ClaimStoreError(f"{path} is a database of another program; choose another folder.")
    if owner == APPLICATION_ID and version > SCHEMA_VERSION:
        raise ClaimStoreError(
            f"{path} was written by a newer monazite (claim store version {version}, this one "
            f"reads up to {SCHEMA_VERSION}); install that one or choose another folder."
        )
    return int(version) if owner == APPLICATION_ID else 0


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)  # another process may have been faster
    while version < SCHEMA_VERSION:
        statements = UPGRADES[version] if version else TABLES
        for statement in filter(str.strip, statements.split(";")):
            connection.execute(statement)
        version = version + 1 if version else SCHEMA_VERSION
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All that is written inside, or nothing of it; inside another transaction, part of that."""
    if connection.in_transaction:
        yield
        return
    with errors_of(path):
        connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        with errors_of(path):
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into a :class:`ClaimStoreError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        reason = next(
            (text for known, text in _REASONS.items() if name.startswith(known)),
            f"SQLite says {error}; check the file.",
        )
        raise ClaimStoreError(f"the claim store {path} failed: {reason}") from error
