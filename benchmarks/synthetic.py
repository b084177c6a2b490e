"""Synthetic claims for benchmarks: distinct facts of five relations, ten claims an article."""

from __future__ import annotations

from collections.abc import Iterable

from monazite.claims import ClaimStore
from monazite.schema import Article, Claim, Entity
from monazite.tests.graph.making import claim

CLAIMS_AN_ARTICLE = 10
RELATIONS = (
    ("PRODUCES", "Material:Alloy", 1),
    ("SUPPLIES", "Firm:Company", 1),
    ("DEPENDS_ON", "Firm:Company", 3),
    ("INVESTS_IN", "Place:Province", 7),
    ("PARTNERS_WITH", "Firm:Company", 2),
)


def add_claims(store: ClaimStore, facts: Iterable[int], published: str) -> None:
    """Store one more claim for each of the facts with these numbers, all in new articles."""
    numbers = list(facts)
    with store.batch():
        for first in range(0, len(numbers), CLAIMS_AN_ARTICLE):
            _add_article(store, numbers[first : first + CLAIMS_AN_ARTICLE], published)


def _add_article(store: ClaimStore, numbers: list[int], published: str) -> None:
    name = f"report-{published}-{numbers[0]}"
    claims = [_claim(number, name, place, published) for place, number in enumerate(numbers)]
    named = {m.id: m for c in claims for m in (c.subject, c.object)}
    entities = [Entity(id=id_, label=m.label, name=m.name) for id_, m in named.items()]
    text = ". ".join(c.sentence for c in claims)
    article = Article(id=name, title=name, text=text, lang="en", source=f"Paper {numbers[0] % 50}")
    store.add(article, entities, len(claims), claims, "synthetic")


def _claim(number: int, article: str, sentence: int, published: str) -> Claim:
    """Each firm is the subject of five facts, one of each relation: no two are the same."""
    firm, which = divmod(number, len(RELATIONS))
    relation, kind, distance = RELATIONS[which]
    ends = f"Firm:Company {firm}", f"{kind} {firm + distance}"
    return claim(ends[0], relation, ends[1], article, sentence, published=published)
