"""Topic pages: a page heading, then entries of a title, a line "Source· date time" and a body.

The heading ends in the line "Search documents"; the line before it (an "icon" left out) is the
topic. An entry begins at the line before a source line. Where an entry has no source line, it
begins at the line before "Core ... -" or "Group 1", which only bodies begin with, unless that
line reads as part of a body itself. Everything up to the next entry is the body; the last line of
a page may be cut off anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from .bullets import bullet_lines
from .lines import Line
from .problem import Problem
from .record import Record

_HEADING_END = "Search documents"
_DECORATION = {"icon", "Workflow"}
_SOURCE = re.compile(r"^(?P<source>.{0,80}?)\s*·\s*(?P<date>\d{4}-\d{1,2}-\d{1,2}\b.*)$")
_OPENER = re.compile(r"^(?:Core [A-Z]\w+|Group 1\b[^-]*) - ")
# What a body line may be and a title is not.
_BODY = re.compile(r"^(?:Core [A-Z]\w+ - |Group \d|- )|(?:\]|[.。;；])$")
_LONGEST_TITLE = 150

_NO_PAGE = (
    "the file is no topic page (no 'Search documents' line and no 'Source· date' line); "
    "give its articles as JSON lines instead."
)


def read_topic_page(path: Path, lines: Iterable[Line], problems: list[Problem]) -> Iterator[Record]:
    """The entries of a topic page, in order; a problem where the lines are none."""
    filled = _filled(lines)
    if any(line == _HEADING_END or _SOURCE.match(line) for _, line in filled):
        yield from _entries(path, *_heading(filled))
    elif filled:
        problems.append(Problem(path, filled[0][0], _NO_PAGE))


def _entries(path: Path, topic: str | None, lines: list[Line]) -> Iterator[Record]:
    starts = _starts([line for _, line in lines])
    for start, end in pairwise([*starts, len(lines)]):
        (number, title), *body = lines[start:end]
        source = _SOURCE.match(body[0][1]) if body else None
        yield Record(
            path=path,
            line=number,
            title=title,
            text=bullet_lines("\n".join(line for _, line in body[1 if source else 0 :])),
            source=source["source"] if source else None,
            published=source["date"] if source else None,
            topic=topic,
        )


def _filled(lines: Iterable[Line]) -> list[Line]:
    """The lines that are not empty, without the white space around them."""
    parts = ((number, part.strip()) for number, line in lines for part in line.split("\r"))
    return [(number, part) for number, part in parts if part]


def _heading(lines: list[Line]) -> tuple[str | None, list[Line]]:
    """The topic, and the lines after the page heading."""
    ends = [index for index, (_, line) in enumerate(lines) if line == _HEADING_END]
    if not ends:
        return None, lines
    topics = [line for _, line in lines[: ends[0]] if line not in _DECORATION]
    return (topics[-1] if topics else None), lines[ends[0] + 1 :]


def _starts(lines: list[str]) -> list[int]:
    """Indices of the lines that are titles."""
    starts = set(range(min(1, len(lines))))
    for index, (title, after) in enumerate(pairwise(lines)):
        first_of_body = index > 0 and _SOURCE.match(lines[index - 1])
        if _SOURCE.match(title):
            continue
        if _SOURCE.match(after) or (
            _OPENER.match(after) and not first_of_body and _may_be_title(title)
        ):
            starts.add(index)
    return sorted(starts)


def _may_be_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not _BODY.search(line)
