"""JSON lines: one article a line, or (annotated files) one sentence a line.

Keys of an article: ``title``; ``text``, ``body`` or ``content``; ``source``, ``outlet`` or
``publisher``; ``published`` or ``date``; ``lang`` or ``language``; ``url`` or ``link``;
``topic``. A line with ``title`` and ``sentence`` is one sentence of an article: those that follow
each other under one title are one article, in which the sentence that repeats the title is the
title.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from .lines import Line
from .problem import Problem
from .record import Record

_KEYS = {
    "title": ("title",),
    "text": ("text", "body", "content"),
    "source": ("source", "outlet", "publisher"),
    "published": ("published", "date"),
    "lang": ("lang", "language"),
    "url": ("url", "link"),
    "topic": ("topic",),
}
Row = tuple[int, dict[str, Any]]


class DuplicateKey(ValueError):
    """A JSON object says one thing twice."""


def read_json_lines(path: Path, lines: Iterable[Line], problems: list[Problem]) -> Iterator[Record]:
    """The articles of numbered lines, in order; each bad line is a problem and is passed over."""
    rows = _rows(path, lines, problems)
    for (annotated, title, _), group in groupby(rows, key=_grouping):
        if annotated:
            yield _join(path, title, list(group))
        else:
            yield from (_record(path, row) for row in group)


def _grouping(row: Row) -> tuple[bool, str, str]:
    data = row[1]
    title, published = (_first(data, _KEYS[name]) or "" for name in ("title", "published"))
    return "sentence" in data, title, published


def _record(path: Path, row: Row) -> Record:
    number, data = row
    found = {name: _first(data, keys) for name, keys in _KEYS.items()}
    title, text = found.pop("title") or "", found.pop("text") or ""
    return Record(path=path, line=number, title=title, text=text, **found)


def _join(path: Path, title: str, rows: list[Row]) -> Record:
    """One article from its sentences, one a line; the language is told from them."""
    number, first = rows[0]
    sentences = [str(data["sentence"]) for _, data in rows]
    if sentences[0].strip() == title.strip():
        sentences = sentences[1:] or sentences
    return Record(
        path=path,
        line=number,
        title=title,
        text="\n".join(sentences),
        source=_first(first, _KEYS["source"]),
        published=_first(first, _KEYS["published"]),
        url=_first(first, _KEYS["url"]),
    )


def _first(data: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    values = (data.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _rows(path: Path, lines: Iterable[Line], problems: list[Problem]) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            data = json.loads(line, object_pairs_hook=_unique)
        except DuplicateKey as error:
            problems.append(Problem(path, number, f"{error}; keep one of them."))
        except RecursionError:
            problems.append(Problem(path, number, "the JSON is nested too deeply; flatten it."))
        except ValueError as error:
            reason = str(error).split(":")[0].lower()
            problems.append(
                Problem(path, number, f"is no JSON ({reason}); write one whole object a line.")
            )
        else:
            if isinstance(data, dict):
                yield number, data
            else:
                problems.append(
                    Problem(path, number, "is JSON but no object; write one object a line.")
                )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise DuplicateKey(f"the key {twice[:40]!r} stands twice in one object")
    return data
