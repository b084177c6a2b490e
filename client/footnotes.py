"""What stands under a table: where to look behind it, and what its hidden columns say in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .cells import text

if TYPE_CHECKING:
    from .result import Result

MOST_MEASURES = 6
UID_LENGTH = 8


def _measures(values: list[object]) -> str:
    """The measures that bear on the rows, each once, in the order in which they come."""
    lists = [value for value in values if isinstance(value, list)]
    known = list(dict.fromkeys(text(measure) for measures in lists for measure in measures))
    more = f"; and {len(known) - MOST_MEASURES} more" if len(known) > MOST_MEASURES else ""
    return f"in force: {'; '.join(known[:MOST_MEASURES])}{more}" if known else ""


def _why(values: list[object]) -> str:
    first = values[0]
    uid = first[0] if isinstance(first, list) and first else first
    return f"why? monazite evidence {str(uid)[:UID_LENGTH]}" if uid else ""


_BY_COLUMN: dict[str, Callable[[list[object]], str]] = {
    "measures": _measures,
    "facts": _why,
    "fact": _why,
}


def footnotes(result: Result) -> Iterator[str]:
    """One line each: the note, then what the rows' measures and facts lead to.

    An answer that holds the sentences themselves leads nowhere else.
    """
    if result.note:
        yield result.note
    told = "sentence" in result.columns
    for column, say in _BY_COLUMN.items():
        if column in result.columns and result.rows and not told:
            place = result.columns.index(column)
            if line := say([row[place] for row in result.rows]):
                yield line
