"""The votes of one sentence become claims: one for each pair and relation, with a confidence.

The confidence is a small logistic over which voters found it, how sure each was, the relation, and
whether an end stands for a name rather than being one; the weights are in ``confidence.yaml``.
They were fitted on five sets of whole annotated English articles and four of Chinese ones, with
the mentions that the finder predicts: a confidence is the share of such claims that was right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from ..schema import Article, Claim, claim_id, relation_type
from .assertion import assertion
from .context import Context, Vote
from .qualifiers.qualify import qualify
from .tables import table

_Pair = tuple[str, str, str]


def weigh(votes: Iterable[Vote], context: Context, article: Article) -> Iterator[Claim]:
    """The claims that the votes add up to, those too doubtful left out."""
    groups: dict[_Pair, list[Vote]] = {}
    for vote in map(_ordered, votes):
        if _both_ends(vote, context):
            groups.setdefault((vote.subject.id, vote.relation, vote.object.id), []).append(vote)
    for group in groups.values():
        claim = _claim(group, context, article)
        if claim is not None:
            yield claim


def _both_ends(vote: Vote, context: Context) -> bool:
    """A heading states a fact only with both ends (ruling 12)."""
    heading = context.sentence.kind == "heading"
    return not (heading and (vote.subject.resolved or vote.object.resolved))


def _ordered(vote: Vote) -> Vote:
    """A symmetric relation's ends stand in order of their ids."""
    if not relation_type(vote.relation).symmetric or vote.subject.id <= vote.object.id:
        return vote
    return Vote(
        vote.voter, vote.object, vote.relation, vote.subject, vote.trigger, vote.score,
        vote.qualifiers,
    )  # fmt: skip


def _claim(group: list[Vote], context: Context, article: Article) -> Claim | None:
    judged = [(assertion(vote, context), vote) for vote in group]
    stated = [vote for said, vote in judged if said == "stated"]
    negated = [vote for said, vote in judged if said == "negated"]
    votes = stated or negated
    confidence = confidence_of(votes, context) if votes else 0.0
    if confidence < table("confidence")["least"]:
        return None
    best = max(votes, key=lambda vote: (vote.score, not vote.subject.resolved))
    sentence = context.sentence
    return Claim(
        id=claim_id(article.id, sentence.index, best.subject.id, best.relation, best.object.id),
        article=article.id,
        sentence_index=sentence.index,
        sentence=sentence.text,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        in_title=sentence.kind == "title",
        lang=sentence.lang,
        subject=best.subject,
        relation=best.relation,
        object=best.object,
        qualifiers=_qualifiers(best, votes, context),
        negated=not stated,
        confidence=round(confidence, 3),
        votes=_scores(votes),
        published=article.published,
    )


def _scores(votes: Iterable[Vote]) -> dict[str, float]:
    """The best score of each voter."""
    scores: dict[str, float] = {}
    for vote in votes:
        scores[vote.voter] = max(vote.score, scores.get(vote.voter, 0.0))
    return scores


def confidence_of(votes: list[Vote], context: Context) -> float:
    """The probability that a group of votes for one pair is right."""
    weights = table("confidence")
    total = float(weights["bias"]) + float(weights["relations"].get(votes[0].relation, 0.0))
    for voter, score in _scores(votes).items():
        own = weights["voters"].get(voter, weights["other"])
        total += own["vote"] + own["score"] * score
    marks = {
        "resolved": all(vote.subject.resolved or vote.object.resolved for vote in votes),
        "title": context.sentence.kind == "title",
        "several": len({vote.trigger for vote in votes}) > 1,
    }
    total += sum(weights["marks"][mark] for mark, holds in marks.items() if holds)
    return 1 / (1 + math.exp(-total))


def _qualifiers(best: Vote, votes: list[Vote], context: Context) -> dict[str, Any]:
    """What the best vote's place says, then what the other votes saw themselves."""
    said: dict[str, Any] = {}
    for vote in (best, *votes):
        said = {**vote.qualifiers, **said}
    seen = Vote(
        best.voter, best.subject, best.relation, best.object, best.trigger, best.score, said
    )
    return _valid(qualify(seen, context), best.relation)


def _valid(qualifiers: dict[str, Any], relation: str) -> dict[str, Any]:
    """The qualifiers without those that the relation's model refuses (a share of 120 %)."""
    try:
        relation_type(relation).qualifiers.model_validate(qualifiers)
    except ValidationError as error:
        bad = {str(part["loc"][0]) for part in error.errors(include_url=False) if part["loc"]}
        return {name: value for name, value in qualifiers.items() if name not in bad}
    return qualifiers
