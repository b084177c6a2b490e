"""A time limit for servers that keep none of their own.

The embedded engine ignores the time limit that Bolt carries. So its queries run in a thread that is
waited for; when the time is over, or the wait is broken off, the engine is told to end the query.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

from ..errors import MonaziteError, StoreError
from .store_connection import Connection
from .store_ending import end_query

Answer = TypeVar("Answer")


def within(
    seconds: float, connection: Connection, cypher: str, work: Callable[[], Answer]
) -> Answer:
    """What ``work`` returns, which runs ``cypher``.

    :class:`StoreError` when it takes longer than ``seconds``.
    """
    if connection.keeps_time:
        return work()
    began = time.monotonic()
    outcome: Queue[tuple[Answer | None, BaseException | None]] = Queue()

    def run() -> None:
        try:
            outcome.put((work(), None))
        except BaseException as error:  # handed to the waiting thread
            outcome.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        answer, error = outcome.get(timeout=seconds)
    except BaseException as reason:
        _end(connection, cypher, began)
        if not isinstance(reason, Empty):
            raise
        raise StoreError(
            f"the query took longer than {seconds:g} s; ask for fewer hops or narrower ends, "
            "or allow more time."
        ) from None
    if error is not None:
        raise error
    return answer  # type: ignore[return-value]


def _end(connection: Connection, cypher: str, began: float) -> None:
    """End the query; where that cannot be, leave its connection to it."""
    try:
        end_query(connection, cypher, began)
    except MonaziteError:
        connection.abandon()
