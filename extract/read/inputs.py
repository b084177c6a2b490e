"""Files and folders become a stream of articles; what cannot be read becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ...schema import Article
from .decode import Undecodable, decode
from .json_lines import read_json_lines
from .problem import Problem
from .record import Record, to_article
from .topic_page import is_topic_page, read_topic_page

LONGEST_LINE = 4_000_000
"""Bytes of the longest line that is read."""

Reader = Callable[[Path, Iterable[tuple[int, str]], list[Problem]], Iterator[Record]]


def read_paths(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Article]:
    """The articles of files and folders, one at a time, in the order in which they stand.

    ``.txt`` files are topic pages, ``.jsonl`` and ``.ndjson`` files JSON lines. Folders are read
    to their depth in order of name. Each thing that cannot be read is added to ``problems``, and
    reading goes on with the next. Every entry gives an article: one that stands on two pages is
    given twice (with one id where the words are the same).
    """
    for path in paths:
        for file in _files(path, problems):
            try:
                yield from _read_file(file, problems)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                problems.append(Problem(file, None, f"cannot be read ({reason}); check the file."))


def _files(path: Path, problems: list[Problem]) -> list[Path]:
    """The files that a path stands for."""
    if not path.exists():
        problems.append(Problem(path, None, "there is no such file or folder; check the path."))
        return []
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.is_file() and _visible(file, path))
    if not any(file.suffix.lower() in _READERS for file in files):
        wanted = ", ".join(_READERS)
        problems.append(
            Problem(path, None, f"the folder holds no file that can be read ({wanted}).")
        )
    return files


def _visible(file: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(folder).parts)


def _read_file(path: Path, problems: list[Problem]) -> Iterator[Article]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        wanted = ", ".join(_READERS)
        problems.append(Problem(path, None, f"the file type is unknown; give one of {wanted}."))
    elif path.stat().st_size == 0:
        problems.append(Problem(path, None, "the file is empty; give one with articles."))
    else:
        for record in reader(path, _lines(path, problems), problems):
            article = to_article(record, problems)
            if article:
                yield article


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file; those that are too long or no text are problems."""
    with path.open("rb") as file:
        number, skipping = 1, False
        while data := file.readline(LONGEST_LINE):
            whole = data.endswith(b"\n") or len(data) < LONGEST_LINE
            if not whole and not skipping:
                problems.append(Problem(path, number, _TOO_LONG))
            elif not skipping:
                try:
                    yield number, decode(data)
                except Undecodable as error:
                    problems.append(Problem(path, number, str(error)))
            skipping = not whole
            number += whole


_TOO_LONG = f"the line is longer than {LONGEST_LINE:,} bytes; break it into lines."


def _read_text(
    path: Path, lines: Iterable[tuple[int, str]], problems: list[Problem]
) -> Iterator[Record]:
    before = len(problems)
    text = "\n".join(line.rstrip("\r\n") for _, line in lines)
    if is_topic_page(text):
        yield from read_topic_page(path, text)
    elif len(problems) == before:
        problems.append(
            Problem(
                path,
                1,
                "is no topic page (no 'Search documents' line and no 'Source· date' line); "
                "give articles as JSON lines instead.",
            )
        )


_READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}
