"""The one door to the graph: a Neo4j or the embedded engine, over Bolt with the official driver.

:func:`open_store` finds the store, checks that it answers, that it lets us in and that its version
is one we speak to. A :class:`Store` reads; one opened with ``write=True`` also gives transactions
to :mod:`.apply`. The revision that tells readers of a rebuild under way will live in :meth:`read`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from neo4j import READ_ACCESS, WRITE_ACCESS, Query, Transaction

from ..closing import Closing
from ..errors import NotReadOnly
from .answers import Table
from .read_only import require_read_only
from .settings import StoreSettings, store_settings
from .store_connection import Connection
from .store_timeout import within
from .store_values import from_driver

DEFAULT_TIMEOUT_SECONDS = 120.0
Parameters = Mapping[str, object]


class Writer:
    """An open transaction: everything written through it is kept together or not at all."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, **parameters: object) -> list[list[object]]:
        """Run one of our own texts and return its rows."""
        return list(self._transaction.run(cypher, parameters).values())  # pyright: ignore[reportArgumentType]


class Store(Closing):
    """An open graph store; a context manager, closed at the end of the block."""

    def __init__(self, settings: StoreSettings, *, write: bool = False) -> None:
        self._writable = write
        self._connection = Connection(settings, write=write)
        try:
            self._connection.open()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the connection and of the embedded engine."""
        self._connection.close()

    @property
    def description(self) -> str:
        """What and where the store is, for a status line: product, version, address, database."""
        return self._connection.description

    def read(
        self,
        cypher: str,
        params: Parameters | None = None,
        *,
        limit: int | None = None,
        timeout_s: float | None = None,
    ) -> Table:
        """Run a read-only query.

        ``limit`` is the most rows to take, ``timeout_s`` seconds the longest it may run (120 when
        not given). :class:`NotReadOnly` for anything that could write, :class:`StoreError` for a
        query that cannot be run or takes too long, :class:`StoreUnavailable` when nobody answers.
        """
        require_read_only(cypher)
        seconds = timeout_s or DEFAULT_TIMEOUT_SECONDS
        if self._connection.explains:
            self._require_reading_plan(cypher, params)
        with self._connection.translated():
            return within(
                seconds, self._connection, lambda: self._table(cypher, params, limit, seconds)
            )

    def stream(self, cypher: str, **params: object) -> Iterator[list[object]]:
        """The rows of one of our own reading texts, fetched as they are used."""
        with self._connection.translated(), self._connection.session(READ_ACCESS) as session:
            for record in session.run(cypher, params):  # pyright: ignore[reportArgumentType]
                yield [from_driver(value) for value in record.values()]

    def define(self, cypher: str) -> None:
        """Run one schema statement, in a transaction of its own."""
        self._require_writable()
        with self._connection.translated(), self._connection.session(WRITE_ACCESS) as session:
            session.run(cypher).consume()  # pyright: ignore[reportArgumentType]

    @contextmanager
    def transaction(self) -> Iterator[Writer]:
        """One transaction, committed at the end of the block and undone when it raises."""
        self._require_writable()
        with (
            self._connection.translated(),
            self._connection.session(WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            yield Writer(transaction)
            transaction.commit()

    def _table(
        self, cypher: str, params: Parameters | None, limit: int | None, seconds: float
    ) -> Table:
        with self._connection.session(READ_ACCESS) as session:
            query = Query(cypher, timeout=seconds)  # pyright: ignore[reportArgumentType]
            result = session.run(query, dict(params or {}))
            rows: list[list[object]] = []
            for record in result:
                if limit is not None and len(rows) == limit:
                    return Table(list(result.keys()), rows, truncated=True)
                rows.append([from_driver(value) for value in record.values()])
            return Table(list(result.keys()), rows)

    def _require_reading_plan(self, cypher: str, params: Parameters | None) -> None:
        with self._connection.translated(), self._connection.session(READ_ACCESS) as session:
            explain = f"EXPLAIN {cypher}"
            kind = session.run(explain, dict(params or {})).consume().query_type  # pyright: ignore[reportArgumentType]
        if kind not in {"r", None}:
            raise NotReadOnly("the query is not read-only: the server says that it would write.")

    def _require_writable(self) -> None:
        if not self._writable:
            raise NotReadOnly("this store was opened for reading; open it with write=True.")


def open_store(home: Path | None = None, *, write: bool = False) -> Store:
    """Open the graph that the environment names, or the embedded one of the home folder.

    :class:`StoreUnavailable`, :class:`StoreRefused` and :class:`StoreUnsupported` say in one
    sentence what is wrong and what to do.
    """
    return Store(store_settings(home), write=write)
