"""The numbered lines of a file, read one at a time; bad ones become problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .decode import Undecodable, decode
from .problem import Problem

LONGEST_LINE = 4_000_000
"""Bytes of the longest line that is read."""

Line = tuple[int, str]

_TOO_LONG = f"the line is longer than {LONGEST_LINE:,} bytes; break it into lines."


def read_lines(path: Path, problems: list[Problem]) -> Iterator[Line]:
    """Each line with its number, from 1; lines that are too long or no text are left out."""
    with path.open("rb") as file:
        number, skipping = 1, False
        while data := file.readline(LONGEST_LINE):
            whole = data.endswith(b"\n") or len(data) < LONGEST_LINE
            if not whole and not skipping:
                problems.append(Problem(path, number, _TOO_LONG))
            elif not skipping:
                yield from _decoded(path, number, data, problems)
            skipping = not whole
            number += whole


def _decoded(path: Path, number: int, data: bytes, problems: list[Problem]) -> Iterator[Line]:
    try:
        text = decode(data)
    except Undecodable as error:
        problems.append(Problem(path, number, f"the line {error}"))
    else:
        yield number, text


def is_binary(path: Path) -> bool:
    """Whether the file's first bytes are no text in any encoding that is read."""
    with path.open("rb") as file:
        return b"\0" in file.read(8192)
