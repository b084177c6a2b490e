"""Topic pages: a page heading, then entries of a title, a line "Source· date time" and a body.

The heading ends in the line "Search documents"; the line before it (an "icon" left out) is the
topic. An entry begins at the line before a source line. Where an entry has no source line, it
begins at the line before "Core ... -" or "Group 1", which only bodies begin with. Everything up
to the next entry is the body; the last line of a page may be cut off anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from .bullets import bullet_lines
from .record import Record

_HEADER_END = "Search documents"
_DECORATION = {"icon", "Workflow"}
_SOURCE = re.compile(r"^(?P<source>.{0,80}?)\s*·\s*(?P<date>\d{4}-\d{1,2}-\d{1,2}\b.*)$")
_OPENER = re.compile(r"^(?:Core [A-Z]\w+|Group 1\b[^-]*) - ")


def is_topic_page(text: str) -> bool:
    """Whether the text has a page heading or at least one source line."""
    lines = [line.strip() for line in text.splitlines()]
    return _HEADER_END in lines or any(map(_SOURCE.match, lines))


def read_topic_page(path: Path, text: str) -> Iterator[Record]:
    """The entries of a topic page, in order."""
    lines = [line.strip() for line in text.split("\n")]
    topic, first = _heading(lines)
    starts = _starts(lines, first)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        source = _SOURCE.match(lines[start + 1]) if start + 1 < end else None
        body = lines[start + (2 if source else 1) : end]
        yield Record(
            path=path,
            line=start + 1,
            title=lines[start],
            text=bullet_lines("\n".join(body)),
            source=source["source"] if source else None,
            published=source["date"] if source else None,
            topic=topic,
        )


def _heading(lines: list[str]) -> tuple[str | None, int]:
    """The topic, and the index of the first line after the page heading."""
    if _HEADER_END not in lines:
        return None, 0
    end = lines.index(_HEADER_END)
    topics = [line for line in lines[:end] if line and line not in _DECORATION]
    return (topics[-1] if topics else None), end + 1


def _starts(lines: list[str], first: int) -> list[int]:
    """Indices of the lines that are titles."""
    filled = [number for number in range(first, len(lines)) if lines[number]]
    starts = set(filled[:1])
    for title, after in pairwise(filled):
        sourced = _SOURCE.match(lines[title])
        if not sourced and (_SOURCE.match(lines[after]) or _OPENER.match(lines[after])):
            starts.add(title)
    return sorted(starts)
