"""One article read twice with bodies of different length is kept once, the longer body.

Two entries are one article where title, source and date agree and nearly all of the shorter body
stands in the longer one, as on two pages that cut it at different lengths.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from ..schema import Article
from .shingles import containment, shingles

_SAME_ARTICLE = 0.8


class Version(NamedTuple):
    """A stored article that another one is a version of."""

    number: int
    id: str
    text: str
    story: str


def stored_version(connection: sqlite3.Connection, article: Article) -> Version | None:
    """The stored article, under another id, that is the same one at another length."""
    if not article.title:
        return None
    published = article.published.isoformat() if article.published else None
    rows = connection.execute(
        "SELECT number, id, text, story FROM articles "
        "WHERE title = ? AND source IS ? AND published IS ? AND id <> ? ORDER BY id LIMIT 16",
        (article.title, article.source, published, article.id),
    )
    mine = shingles(article.text, article.lang)
    for version in map(Version._make, rows):
        if containment(mine, shingles(version.text, article.lang)) >= _SAME_ARTICLE:
            return version
    return None


def is_longer(version: Version, article: Article) -> bool:
    """Whether the stored version is the one to keep; the order of reading does not matter."""
    return (len(version.text), version.text) > (len(article.text), article.text)


def remember(connection: sqlite3.Connection, ids: list[str], number: int) -> None:
    """The ids are from now on other names of the article with this number."""
    connection.executemany(
        "INSERT OR REPLACE INTO versions VALUES (?, ?)", [(one, number) for one in ids]
    )


def remove(connection: sqlite3.Connection, version: Version) -> list[str]:
    """Removes the article with all that was found in it, and gives all ids it went by.

    The articles of its story are compared anew, since it may have been what joined them.
    """
    rows = connection.execute("SELECT id FROM versions WHERE article = ?", (version.number,))
    ids = [version.id, *(one for (one,) in rows)]
    connection.execute("DELETE FROM articles WHERE number = ?", (version.number,))
    connection.execute(
        "UPDATE articles SET story = id, joined = 0 WHERE story = ?", (version.story,)
    )
    return ids
