"""Articles that tell one story in (nearly) the same words are joined.

Syndicated copies with small edits and short versions of a long article are one story; two reports
of one event in words of their own are two. Only articles that were not compared yet are compared
with the others, through the entries that their sketches share.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from .shingles import Shingles, containment, jaccard, shingles

_SAME_STORY = 0.5
# Texts of fewer shingles than this must agree as a whole.
_SHORT = 12
_SAME_SHORT = 0.8
# Of the smaller sketch, the share that must be in common for the texts to be compared.
_LIKELY = 0.3
# Bounds on the work for one article; of very many copies, any few join it to all.
_MOST_PER_ENTRY = 32
_MOST_CANDIDATES = 16

Row = tuple[int, str, str]


def join_stories(connection: sqlite3.Connection) -> None:
    """Gives every article its story: the smallest id among those that tell the same."""
    while row := connection.execute(
        "SELECT number, text, lang FROM articles WHERE joined = 0 ORDER BY number LIMIT 1"
    ).fetchone():
        matches = _matches(connection, row)
        _unite(connection, [row[0], *matches])
        connection.execute("UPDATE articles SET joined = 1 WHERE number = ?", (row[0],))


def _matches(connection: sqlite3.Connection, row: Row) -> list[int]:
    number, text, lang = row
    mine = shingles(text, "zh" if lang == "zh" else "en")
    found = []
    for candidate in dict.fromkeys(_candidates(connection, number)):
        other = connection.execute(
            "SELECT text FROM articles WHERE number = ?", (candidate,)
        ).fetchone()[0]
        if _same_story(mine, shingles(other, "zh" if lang == "zh" else "en")):
            found.append(candidate)
    return found


def _same_story(one: Shingles, other: Shingles) -> bool:
    if min(len(one), len(other)) < _SHORT:
        return jaccard(one, other) >= _SAME_SHORT
    return containment(one, other) >= _SAME_STORY


def _candidates(connection: sqlite3.Connection, number: int) -> list[int]:
    """Articles whose sketches share enough with this one's, the nearest ones only."""
    entries = connection.execute("SELECT value FROM sketches WHERE article = ?", (number,))
    shared: Counter[int] = Counter()
    for (value,) in entries.fetchall():
        rows = connection.execute(
            "SELECT article FROM sketches WHERE value = ? LIMIT ?", (value, _MOST_PER_ENTRY)
        )
        shared.update(article for (article,) in rows)
    size = shared.pop(number, 0) or _size(connection, number)
    return [
        article
        for article, common in shared.most_common(_MOST_CANDIDATES)
        if common >= _LIKELY * min(size, _size(connection, article))
    ] + _titled(connection, number)


def _size(connection: sqlite3.Connection, number: int) -> int:
    query = "SELECT count(*) FROM sketches WHERE article = ?"
    return int(connection.execute(query, (number,)).fetchone()[0])


def _titled(connection: sqlite3.Connection, number: int) -> list[int]:
    """Articles with the same title; a text of few words may have an empty sketch."""
    rows = connection.execute(
        "SELECT other.number FROM articles AS mine JOIN articles AS other USING (title) "
        "WHERE mine.number = ? AND other.number <> mine.number LIMIT ?",
        (number, _MOST_CANDIDATES),
    )
    return [other for (other,) in rows]


def _unite(connection: sqlite3.Connection, numbers: list[int]) -> None:
    marks = ", ".join("?" * len(numbers))
    stories = [
        story
        for (story,) in connection.execute(
            f"SELECT DISTINCT story FROM articles WHERE number IN ({marks})",  # noqa: S608
            numbers,
        )
    ]
    if len(stories) > 1:
        connection.executemany(
            "UPDATE articles SET story = ? WHERE story = ?",
            [(min(stories), story) for story in stories],
        )
