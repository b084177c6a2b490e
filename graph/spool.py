"""Rows that wait to be written, on disk, so that a plan of any size takes little memory."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from .scratch import scratch, scratch_errors

BATCH_ROWS = 5_000

Key = TypeVar("Key")
Item = TypeVar("Item")
Row = dict[str, Any]
Names = tuple[str, ...]

_TABLES = (
    "CREATE TABLE spool (number INTEGER PRIMARY KEY, names TEXT, body BLOB)",
    "CREATE INDEX spool_names ON spool (names)",
)


class Spool:
    """Rows under names (a label, a step); :meth:`batches` gives them back."""

    def __init__(self) -> None:
        self._database = scratch(*_TABLES)

    def add(self, rows: Iterable[tuple[Names, Row]]) -> None:
        """Keep rows."""
        self._database.executemany(
            "INSERT INTO spool (names, body) VALUES (?, ?)",
            ((_text(names), pickle.dumps(row, pickle.HIGHEST_PROTOCOL)) for names, row in rows),
        )

    def batches(self) -> Iterator[tuple[Names, list[Row]]]:
        """All rows in batches of the same names (:func:`in_batches`); may be asked for again."""
        with scratch_errors():
            stored = self._database.execute("SELECT names, body FROM spool ORDER BY names, number")
            # The bodies were written above, by this process.
            rows = ((names, pickle.loads(body)) for names, body in stored)  # noqa: S301
            for names, batch in in_batches(rows):
                yield tuple(json.loads(names)), batch


@lru_cache
def _text(names: Names) -> str:
    return json.dumps(names)


def in_batches(pairs: Iterable[tuple[Key, Item]]) -> Iterator[tuple[Key, list[Item]]]:
    """Pairs in order of their keys, as a key and at most 5,000 of its items at a time.

    A batch is emptied when the next one is asked for: the driver holds what a transaction was given
    until its end, and would hold every row.
    """
    for key, group in groupby(pairs, key=itemgetter(0)):
        while batch := [item for _, item in islice(group, BATCH_ROWS)]:
            yield key, batch
            batch.clear()
