"""A time limit for servers that keep none of their own.

The embedded engine ignores the time limit that Bolt carries. So its queries run in a thread that is
waited for; when the time is over the connection is dropped, and the engine ends the query itself at
its own, longer limit.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

from ..errors import StoreError
from .store_connection import Connection

Answer = TypeVar("Answer")


def within(seconds: float, connection: Connection, work: Callable[[], Answer]) -> Answer:
    """What ``work`` returns; :class:`StoreError` when it takes longer than ``seconds``."""
    if connection.keeps_time:
        return work()
    outcome: Queue[tuple[Answer | None, BaseException | None]] = Queue()

    def run() -> None:
        try:
            outcome.put((work(), None))
        except BaseException as error:  # handed to the waiting thread
            outcome.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        answer, error = outcome.get(timeout=seconds)
    except Empty:
        connection.abandon()
        raise StoreError(
            f"the query took longer than {seconds:g} s; ask for fewer hops or narrower ends, "
            "or allow more time."
        ) from None
    if error is not None:
        raise error
    return answer  # type: ignore[return-value]
