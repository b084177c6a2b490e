"""The one door to the graph: a Neo4j or the embedded engine, over Bolt with the official driver.

:func:`open_store` finds the store, checks that it answers, that it lets us in and that its version
is one we speak to. A :class:`Store` reads, each time one whole state of the graph
(:mod:`.whole`); one opened with ``write=True`` also gives transactions to :mod:`.apply`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from neo4j import WRITE_ACCESS, ManagedTransaction

from ..closing import Closing
from ..errors import GraphChanged, NotReadOnly
from . import store_query
from .answers import Table
from .read_only import require_read_only
from .revision import READ_REVISION, Revision, revision_of
from .settings import StoreSettings, store_settings
from .store_connection import Connection
from .store_driver import Address
from .store_query import Parameters
from .whole import WholeReader

DEFAULT_TIMEOUT_SECONDS = 120.0
Answer = TypeVar("Answer")


class Writer:
    """An open transaction: everything written through it is kept together or not at all."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, **parameters: object) -> list[list[object]]:
        """Run one of our own texts and return its rows."""
        return list(self._transaction.run(cypher, parameters).values())  # pyright: ignore[reportArgumentType]


class Store(Closing):
    """An open graph store; a context manager, closed at the end of the block."""

    def __init__(self, settings: StoreSettings, *, write: bool = False) -> None:
        self._writable = write
        self._pinned: Revision | None = None
        self._whole = WholeReader(self.revision)
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

    @property
    def address(self) -> Address:
        """Where the store answers and as whom it is asked, for another driver."""
        return self._connection.address()

    def read(
        self,
        cypher: str,
        params: Parameters | None = None,
        *,
        limit: int | None = None,
        timeout_s: float | None = None,
    ) -> Table:
        """Run a read-only query against one state of the graph.

        ``limit`` is the most rows to take, ``timeout_s`` seconds the longest it may run (120 when
        not given). :class:`NotReadOnly` for anything that could write, :class:`StoreError` for a
        query that cannot be run or takes too long, :class:`StoreUnavailable` when nobody answers;
        :class:`GraphBusy`, :class:`GraphUnfinished` and :class:`GraphChanged` as in :mod:`.whole`.
        """
        require_read_only(cypher)
        seconds = timeout_s or DEFAULT_TIMEOUT_SECONDS

        def work() -> Table:
            return store_query.read(self._connection, cypher, params or {}, limit, seconds)

        if self._pinned is None:
            return self._whole.run(work)
        answer = work()
        self.require_unmoved()
        return answer

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside the block comes from one state of the graph.

        :class:`GraphChanged` by the first read that finds it rebuilt.
        """
        outer, self._pinned = self._pinned, self._pinned or self._whole.settled()
        try:
            yield
        finally:
            self._pinned = outer

    def revision(self) -> Revision:
        """The state of the graph: a rebuild under way, a first load cut off."""
        return revision_of(self.stream(READ_REVISION))

    def stream(self, cypher: str, **params: object) -> Iterator[list[object]]:
        """The rows of one of our own reading texts, fetched as they are used."""
        return store_query.stream(self._connection, cypher, params)

    def define(self, cypher: str) -> None:
        """Run one schema statement, in a transaction of its own."""
        self._require_writable()
        with self._connection.translated(), self._connection.session(WRITE_ACCESS) as session:
            session.run(cypher).consume()  # pyright: ignore[reportArgumentType]

    def write(self, work: Callable[[Writer], Answer]) -> Answer:
        """One transaction: what ``work`` writes is kept together, or not at all when it raises.

        After a deadlock, a change of leader or another passing trouble the driver begins again, so
        ``work`` may run more than once.
        """
        self._require_writable()
        with self._connection.translated(), self._connection.session(WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: work(Writer(transaction)))

    def require_unmoved(self) -> None:
        """:class:`GraphChanged` where the graph was rebuilt since the snapshot began."""
        if self._pinned and self.revision().number != self._pinned.number:
            raise GraphChanged(
                "the graph was rebuilt in the middle of the snapshot; run the whole block again."
            )

    def _require_writable(self) -> None:
        if not self._writable:
            raise NotReadOnly("this store was opened for reading; open it with write=True.")


def open_store(home: Path | None = None, *, write: bool = False) -> Store:
    """Open the graph that the environment names, or the embedded one of the home folder.

    :class:`StoreUnavailable`, :class:`StoreRefused` and :class:`StoreUnsupported` say in one
    sentence what is wrong and what to do.
    """
    return Store(store_settings(home), write=write)
