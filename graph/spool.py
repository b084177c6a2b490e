"""Rows that wait to be written, on disk, so that a plan of any size takes little memory."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Hashable, Iterator
from tempfile import TemporaryFile
from typing import Any, Generic, TypeVar

BATCH_ROWS = 5_000

Key = TypeVar("Key", bound=Hashable)
Row = dict[str, Any]


class Spool(Generic[Key]):
    """Rows by key; :meth:`batches` gives them back, at most 5,000 at a time.

    The file has no name: it is this process's alone and goes with it.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="monazite-")  # noqa: SIM115 - lives as long as the spool
        self._waiting: defaultdict[Key, list[Row]] = defaultdict(list)
        self._written: list[tuple[Key, int]] = []

    def add(self, key: Key, row: Row) -> None:
        """Keep one row."""
        rows = self._waiting[key]
        rows.append(row)
        if len(rows) == BATCH_ROWS:
            self._written.append((key, self._file.tell()))
            pickle.dump(rows, self._file)
            rows.clear()

    def batches(self) -> Iterator[tuple[Key, list[Row]]]:
        """All rows in batches of one key each; may be asked for again."""
        end = self._file.tell()
        for key, place in self._written:
            self._file.seek(place)
            yield key, pickle.load(self._file)  # noqa: S301 - written above, by this process
        self._file.seek(end)
        yield from ((key, rows) for key, rows in self._waiting.items() if rows)
