"""Files and folders become a stream of articles; what cannot be read becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ...schema import Article
from .json_lines import read_json_lines
from .lines import Line, is_binary, read_lines
from .problem import Problem
from .record import Record, to_article
from .topic_page import read_topic_page

Reader = Callable[[Path, Iterable[Line], list[Problem]], Iterator[Record]]

_READERS: dict[str, Reader] = {
    ".txt": read_topic_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}
_WANTED = ", ".join(_READERS)


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
        message = f"the folder holds no file that can be read; give one with {_WANTED} files."
        problems.append(Problem(path, None, message))
    return files


def _visible(file: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(folder).parts)


def _read_file(path: Path, problems: list[Problem]) -> Iterator[Article]:
    reader = _READERS.get(path.suffix.lower())
    refusal = _refusal(path, reader)
    if reader is None or refusal:
        problems.append(Problem(path, None, refusal))
        return
    before, records = len(problems), 0
    for record in reader(path, read_lines(path, problems), problems):
        records += 1
        if article := to_article(record, problems):
            yield article
    if not records and len(problems) == before:
        problems.append(Problem(path, None, "the file holds no article; give one that does."))


def _refusal(path: Path, reader: Reader | None) -> str:
    """Why the file is not even begun; empty where it is."""
    if reader is None:
        return f"the file type is unknown; give one of {_WANTED}."
    if path.stat().st_size == 0:
        return "the file is empty; give one with articles."
    return "the file is binary; give text in UTF-8." if is_binary(path) else ""
