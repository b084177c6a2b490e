"""Score an extraction on an annotated file: the whole, each voter, and precision by confidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add

from ..schema import Claim, Mention
from .gold import GoldArticle, shape
from .score import ArticleScore, Score, score_article

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Extraction:
    """What was extracted from one article."""

    title: str
    mentions: list[Mention]
    claims: list[Claim]


@dataclass(frozen=True)
class Report:
    """Scores over all annotated articles.

    ``voters`` scores each voter as if it were alone; ``by_confidence`` maps a least confidence to
    the facts' score when only claims of at least that confidence count.
    """

    articles: int
    sentences: int
    entities: Score
    facts: Score
    reversed: int
    qualifiers: Score
    by_relation: Mapping[str, Score] = field(default_factory=dict)
    by_language: Mapping[str, Score] = field(default_factory=dict)
    voters: Mapping[str, Score] = field(default_factory=dict)
    by_confidence: Mapping[float, Score] = field(default_factory=dict)


def _total(scores: Iterable[Score]) -> Score:
    return reduce(add, scores, Score())


def _merged(tables: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    merged: dict[str, Score] = {}
    for table in tables:
        for name, score in table.items():
            merged[name] = merged.get(name, Score()) + score
    return dict(sorted(merged.items()))


Kept = Callable[[Claim], bool]


def _score(
    gold: Mapping[str, GoldArticle], found: Mapping[str, Extraction], keep: Kept
) -> list[ArticleScore]:
    nothing = Extraction("", [], [])
    return [
        score_article(
            article,
            (extraction := found.get(key, nothing)).mentions,
            filter(keep, extraction.claims),
        )
        for key, article in gold.items()
    ]


def _facts(gold: Mapping[str, GoldArticle], found: Mapping[str, Extraction], keep: Kept) -> Score:
    return _total(scored.facts for scored in _score(gold, found, keep))


def by_title(extractions: Iterable[Extraction]) -> dict[str, Extraction]:
    """Extractions by the form of their title; those of one title are joined."""
    found: dict[str, Extraction] = {}
    for one in extractions:
        mine = found.setdefault(shape(one.title), Extraction(one.title, [], []))
        mine.mentions.extend(one.mentions)
        mine.claims.extend(claim for claim in one.claims if not claim.negated)
    return found


def score_extractions(gold: Mapping[str, GoldArticle], extractions: Iterable[Extraction]) -> Report:
    """Hold extractions against annotated articles (both by :func:`shape` of their title)."""
    found = by_title(extractions)
    whole = _score(gold, found, lambda _: True)
    names = sorted({voter for e in found.values() for c in e.claims for voter in c.votes})
    return Report(
        articles=len(gold),
        sentences=sum(article.sentences for article in gold.values()),
        entities=_total(s.entities for s in whole),
        facts=_total(s.facts for s in whole),
        reversed=sum(s.reversed for s in whole),
        qualifiers=_total(s.qualifiers for s in whole),
        by_relation=_merged(s.by_relation for s in whole),
        by_language=_merged(s.by_language for s in whole),
        voters={n: _facts(gold, found, lambda c, n=n: n in c.votes) for n in names},  # type: ignore[misc]
        by_confidence={
            t: _facts(gold, found, lambda c, t=t: c.confidence >= t)  # type: ignore[misc]
            for t in THRESHOLDS
        },
    )
