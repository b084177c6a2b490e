"""An article, its entities and its claims go into the claim store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..schema import Article, Claim, Entity
from .shingles import shingles, sketch
from .versions import is_longer, remember, remove, stored_version


def put(
    connection: sqlite3.Connection,
    article: Article,
    entities: Iterable[Entity],
    sentences: int,
    claims: Iterable[Claim],
    extractor: str,
) -> None:
    """Stores one article with all that was found in it; what was found before is replaced.

    Of an article that is stored at another length, only the longer version stays.
    """
    version = stored_version(connection, article)
    if version and is_longer(version, article):
        remember(connection, [article.id], version.number)
        return
    names = remove(connection, version) if version else []
    number = _put_article(connection, article, sentences, extractor)
    remember(connection, names, number)
    _put_entities(connection, number, entities)
    _put_claims(connection, number, claims)


def _put_article(
    connection: sqlite3.Connection, article: Article, sentences: int, extractor: str
) -> int:
    row = {**article.model_dump(mode="json"), "extractor": extractor, "sentences": sentences}
    (number,) = connection.execute(
        "INSERT INTO articles (id, title, text, lang, source, published, url, topic, origin, "
        "story, extractor, sentences) VALUES (:id, :title, :text, :lang, :source, :published, "
        ":url, :topic, :origin, :id, :extractor, :sentences) "
        "ON CONFLICT (id) DO UPDATE SET extractor = :extractor, sentences = :sentences "
        "RETURNING number",
        row,
    ).fetchone()
    connection.execute("DELETE FROM versions WHERE id = ?", (article.id,))
    connection.executemany(
        "INSERT OR IGNORE INTO sketches VALUES (?, ?)",
        [(value, number) for value in sketch(shingles(article.text, article.lang))],
    )
    return int(number)


def _put_entities(connection: sqlite3.Connection, number: int, entities: Iterable[Entity]) -> None:
    connection.execute("DELETE FROM described WHERE article = ?", (number,))
    for entity in entities:
        body = entity.model_dump_json(exclude_none=True)
        connection.execute(
            "INSERT OR IGNORE INTO descriptions (entity, body) VALUES (?, ?)", (entity.id, body)
        )
        connection.execute(
            "INSERT OR IGNORE INTO described SELECT ?, number FROM descriptions WHERE body = ?",
            (number, body),
        )


def _put_claims(connection: sqlite3.Connection, number: int, claims: Iterable[Claim]) -> None:
    """Of two claims with one id and fact, the surer one is stored."""
    connection.execute("DELETE FROM claims WHERE article = ?", (number,))
    connection.executemany(
        "INSERT INTO claims (article, id, fact, published, confidence, body) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (fact, published, id) DO UPDATE "
        "SET confidence = excluded.confidence, body = excluded.body "
        "WHERE excluded.confidence > confidence",
        (
            (
                number,
                claim.id,
                claim.fact,
                claim.published.isoformat() if claim.published else "",
                claim.confidence,
                claim.model_dump_json(exclude_defaults=True),
            )
            for claim in claims
        ),
    )
