"""Votes of one sentence become claims: grouped, ordered, weighed, with valid qualifiers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from monazite.extract.context import Context, Vote
from monazite.extract.voters.patterns_en import EnglishPatterns
from monazite.extract.weigh import confidence_of, weigh
from monazite.schema import Article, Claim

ContextOf = Callable[..., Context]
ARTICLE = Article(
    id="a1", title="T", text="", lang="en", published=dt.date(2025, 5, 16), source="Paper"
)
OWNS = "[Arrow=Firm:A] acquired [Brightwater=Firm:B]."


def _vote(context: Context, relation: str, voter: str = "patterns", score: float = 0.8) -> Vote:
    first, last = context.mentions[0], context.mentions[-1]
    start = first.end + 1
    return Vote(voter, first, relation, last, (start, start + 8), score)


def _claims(context: Context, *votes: Vote) -> list[Claim]:
    return list(weigh(votes, context, ARTICLE))


def test_votes_for_one_pair_are_one_claim(context_of: ContextOf) -> None:
    context = context_of(OWNS, "en")
    votes = [_vote(context, "ACQUIRES"), _vote(context, "ACQUIRES", "other", 0.6)]
    (claim,) = _claims(context, *votes)
    assert claim.votes == {"patterns": 0.8, "other": 0.6}
    assert (claim.subject.name, claim.object.name) == ("A", "B")
    assert claim.published == ARTICLE.published
    assert claim.sentence == context.text


def test_two_voters_are_trusted_more_than_one_and_a_stand_in_less(context_of: ContextOf) -> None:
    context = context_of(OWNS, "en")
    one = _vote(context, "ACQUIRES")
    both = [one, _vote(context, "ACQUIRES", "other")]
    assert confidence_of(both, context) > confidence_of([one], context)
    stand_in = one.subject.model_copy(update={"linked": "definite"})
    weaker = Vote("patterns", stand_in, "ACQUIRES", one.object, one.trigger, one.score)
    assert confidence_of([weaker], context) < confidence_of([one], context)


def test_symmetric_ends_stand_in_order_of_their_ids(context_of: ContextOf) -> None:
    context = context_of("[Zeta=Firm:Z] partnered with [Arrow=Firm:A].", "en")
    (claim,) = _claims(context, _vote(context, "PARTNERS_WITH"))
    assert (claim.subject.id, claim.object.id) == ("firm:a", "firm:z")


def test_a_denial_is_a_negated_claim_and_a_hope_is_none(context_of: ContextOf) -> None:
    denied = context_of("[Arrow=Firm:A] did not acquire [Brightwater=Firm:B].", "en")
    hoped = context_of("[Arrow=Firm:A] hopes to acquire [Brightwater=Firm:B].", "en")
    votes = list(EnglishPatterns().votes(denied))
    assert [claim.negated for claim in _claims(denied, *votes)] == [True]
    assert _claims(hoped, *EnglishPatterns().votes(hoped)) == []


def test_a_heading_needs_both_names(context_of: ContextOf) -> None:
    context = context_of(OWNS, "en")
    context.sentence = context.sentence.model_copy(update={"kind": "heading"})
    vote = _vote(context, "ACQUIRES")
    assert len(_claims(context, vote)) == 1
    stand_in = vote.subject.model_copy(update={"linked": "definite"})
    bare = Vote("patterns", stand_in, "ACQUIRES", vote.object, vote.trigger)
    assert _claims(context, bare) == []


@pytest.mark.parametrize(
    ("marked", "relation", "name", "value"),
    [
        ("[Arrow=Firm:A] acquired 60% of [Brightwater=Firm:B].", "ACQUIRES", "stake", 60),
        ("[China=Country:CN] controls 70% of [tin=Element:Sn].", "CONTROLS", "share", 70),
        ("[Arrow=Firm:A] will acquire [Brightwater=Firm:B].", "ACQUIRES", "status", "planned"),
    ],
)
def test_qualifiers_are_added(
    context_of: ContextOf, marked: str, relation: str, name: str, value: object
) -> None:
    context = context_of(marked, "en")
    claims = _claims(context, *EnglishPatterns().votes(context))
    assert {claim.qualifiers.get(name) for claim in claims if claim.relation == relation} == {value}


def test_a_refused_qualifier_is_left_out_and_the_claim_stays(context_of: ContextOf) -> None:
    context = context_of("[China=Country:CN] controls [tin=Element:Sn].", "en")
    first, last = context.mentions
    said = {"share": 400.0, "stage": "mining"}
    vote = Vote("patterns", first, "CONTROLS", last, (6, 14), 0.8, said)
    (claim,) = _claims(context, vote)
    assert claim.qualifiers == {"stage": "mining"}


def test_ids_are_stable_and_differ_by_sentence(context_of: ContextOf) -> None:
    context = context_of(OWNS, "en")
    (claim,) = _claims(context, _vote(context, "ACQUIRES"))
    (again,) = _claims(context, _vote(context, "ACQUIRES"))
    context.sentence = context.sentence.model_copy(update={"index": 7})
    (elsewhere,) = _claims(context, _vote(context, "ACQUIRES"))
    assert claim.id == again.id != elsewhere.id
