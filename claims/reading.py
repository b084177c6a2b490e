"""What stands in the claim store, as streams: nothing is held but the row at hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby

from ..schema import Article, Claim, Entity

_ARTICLE = ("id", "title", "text", "lang", "source", "published", "url", "topic", "origin")
_COUNTS = {
    "articles": "SELECT count(*) FROM articles",
    "stories": "SELECT count(DISTINCT story) FROM articles",
    "sentences": "SELECT coalesce(sum(sentences), 0) FROM articles",
    "entities": (
        "SELECT count(DISTINCT entity) FROM descriptions "
        "WHERE number IN (SELECT description FROM described)"
    ),
    "claims": "SELECT count(*) FROM claims",
    "facts": "SELECT count(DISTINCT fact) FROM claims",
}


def claims_by_fact(connection: sqlite3.Connection) -> Iterator[tuple[Claim, str]]:
    """Each claim with the story of its article, in order of fact, date and claim id."""
    rows = connection.execute(
        "SELECT claims.body, articles.story FROM claims CROSS JOIN articles "
        "ON articles.number = claims.article ORDER BY claims.fact, claims.published, claims.id"
    )
    for body, story in rows:
        yield Claim.model_validate_json(body), story


def articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Each article, in order of id."""
    rows = connection.execute(f"SELECT {', '.join(_ARTICLE)} FROM articles ORDER BY id")  # noqa: S608
    for row in rows:
        yield Article.model_validate(dict(zip(_ARTICLE, row, strict=True)))


def entities(connection: sqlite3.Connection) -> Iterator[Entity]:
    """Each entity that an article mentions, in order of id.

    Where articles describe it in different words, the commonest description gives its names and
    the other names become aliases.
    """
    rows = connection.execute(
        "SELECT entity, body FROM descriptions JOIN described ON description = number "
        "GROUP BY number ORDER BY entity, count(*) DESC, body"
    )
    for _, group in groupby(rows, key=lambda row: str(row[0])):
        described = [Entity.model_validate(json.loads(body)) for _, body in group]
        yield described[0] if len(described) == 1 else _merged(described)


def _merged(described: list[Entity]) -> Entity:
    names = {name for entity in described for name in (entity.name, *entity.aliases)}
    first = described[0]
    found = {
        field: next((value for one in described if (value := getattr(one, field))), None)
        for field in ("name_zh", "country")
    }
    return first.model_copy(update={"aliases": tuple(sorted(names - {first.name})), **found})


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How much there is: articles, stories, duplicates, sentences, entities, claims, facts."""
    found = {name: int(connection.execute(query).fetchone()[0]) for name, query in _COUNTS.items()}
    return {**found, "duplicates": found["articles"] - found["stories"]}
