"""Precision, recall and F1 over distinct entities and facts of each article.

A fact counts once an article: subject, relation and object, direction included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..schema import Claim, Mention, key_of, relation_type
from .gold import GoldArticle, Triple, shape
from .matching import resolve

QUALIFIERS = (
    "share", "quantity", "lo", "hi", "amount", "stage", "material", "target", "mechanism",
)  # fmt: skip


@dataclass
class Score:
    """How many were predicted, annotated, and both."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is annotated."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was predicted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )


@dataclass
class ArticleScore:
    """One article's scores; ``seen`` maps each predicted triple to its claims."""

    entities: Score = field(default_factory=Score)
    facts: Score = field(default_factory=Score)
    by_relation: dict[str, Score] = field(default_factory=dict)
    by_language: dict[str, Score] = field(default_factory=dict)
    reversed: int = 0
    qualifiers: Score = field(default_factory=Score)
    seen: dict[Triple, list[Claim]] = field(default_factory=dict)
    missed: list[Triple] = field(default_factory=list)


def score_article(
    article: GoldArticle, mentions: Iterable[Mention], claims: Iterable[Claim]
) -> ArticleScore:
    """Hold what was extracted from an article against its annotation."""
    result = ArticleScore(entities=_entities(article, mentions), seen=_triples(article, claims))
    right = article.facts.keys() & result.seen.keys()
    result.facts = Score(len(right), len(result.seen), len(article.facts))
    result.by_relation = _by_relation(article, result.seen)
    result.by_language = _by_language(article, result.seen)
    result.reversed = sum(
        (o, r, s) in article.facts for s, r, o in result.seen.keys() - article.facts.keys()
    )
    result.qualifiers = _qualifiers(article, result.seen)
    result.missed = [triple for triple in article.facts if triple not in right]
    return result


def _entities(article: GoldArticle, mentions: Iterable[Mention]) -> Score:
    found = {(str(m.label), resolve(m, article)) for m in mentions}
    wanted = {(e.label, e.key) for e in article.entities.values() if e.label}
    return Score(len(found & wanted), len(found), len(wanted))


def _triples(article: GoldArticle, claims: Iterable[Claim]) -> dict[Triple, list[Claim]]:
    seen: dict[Triple, list[Claim]] = {}
    for claim in claims:
        subject, object_ = resolve(claim.subject, article), resolve(claim.object, article)
        if (
            relation_type(claim.relation).symmetric
            and (object_, claim.relation, subject) in article.facts
        ):
            subject, object_ = object_, subject
        seen.setdefault((subject, claim.relation, object_), []).append(claim)
    return seen


def _by_relation(article: GoldArticle, seen: dict[Triple, list[Claim]]) -> dict[str, Score]:
    right, predicted, gold = (
        Counter(relation for _, relation, _ in triples)
        for triples in (article.facts.keys() & seen.keys(), seen, article.facts)
    )
    return {r: Score(right[r], predicted[r], gold[r]) for r in predicted.keys() | gold.keys()}


def _by_language(article: GoldArticle, seen: dict[Triple, list[Claim]]) -> dict[str, Score]:
    scores = {"en": Score(), "zh": Score()}
    for triple in article.facts:
        score = scores["zh" if triple in article.chinese else "en"]
        score.gold += 1
        score.right += triple in seen
    for claims in seen.values():
        scores["zh" if any(c.lang == "zh" for c in claims) else "en"].predicted += 1
    return scores


def _qualifiers(article: GoldArticle, seen: dict[Triple, list[Claim]]) -> Score:
    score = Score()
    for triple in article.facts.keys() & seen.keys():
        for wanted in article.facts[triple]:
            for name in QUALIFIERS:
                if name in wanted:
                    score.gold += 1
                    score.right += any(
                        _close(wanted[name], claim.qualifiers.get(name)) for claim in seen[triple]
                    )
    score.predicted = score.gold
    return score


def _close(wanted: object, got: object) -> bool:
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(wanted - got) <= 0.01 * max(abs(wanted), abs(got), 1e-9)
    return got is not None and shape(wanted) == shape(key_of(str(got)))
