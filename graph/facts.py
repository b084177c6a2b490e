"""Claims become facts: one edge for each thing that independent stories say.

Claims come sorted by the uid of their fact and leave as facts in one pass; only restrictions are
held back, since a pause ends restrictions under other uids (:mod:`.pauses`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby

from ..errors import SchemaError
from ..schema import Claim, Fact
from .belief import Support, joint_belief, reliability
from .pauses import Draft, pause
from .validity import day_of, has_ended, settled, starts_of, validity
from .values import all_shares, shown_qualifiers


def _unnamed(article: str) -> float:
    return reliability(None)


def _itself(actor: str) -> str:
    return actor


def facts_from_claims(
    rows: Iterable[tuple[Claim, str]],
    trust: Callable[[str], float] = _unnamed,
    acts_for: Callable[[str], str] = _itself,
) -> Iterator[Fact]:
    """The facts that claims add up to: by uid, restrictions last.

    ``rows`` are claims with their stories, sorted by :attr:`Claim.fact` (:class:`SchemaError` if
    not); ``trust`` gives the reliability of an article's source by the article's id, ``acts_for``
    the country that an agency or a policy belongs to (see :func:`.pauses.pause`). Claims that only
    deny make no fact.
    """
    restrictions: list[Draft] = []
    for claim, supports, denials in _by_uid(rows, trust):
        if not supports:
            continue
        fact = _fact(claim, supports, denials)
        if fact.relation == "RESTRICTS":
            restrictions.append(_draft(fact, supports))
        else:
            yield fact
    yield from pause(restrictions, acts_for)


def _by_uid(
    rows: Iterable[tuple[Claim, str]], trust: Callable[[str], float]
) -> Iterator[tuple[Claim, list[Support], list[Support]]]:
    """By fact: one of its claims, those that speak for it and those that deny it."""
    last = ""
    for uid, group in groupby(rows, key=lambda row: row[0].fact):
        if uid < last:
            raise SchemaError(f"fact {uid} comes after {last}; sort the claims by fact uid.")
        last = uid
        supports: list[Support] = []
        denials: list[Support] = []
        first = next(group)
        for claim, story in chain([first], group):
            told = denials if claim.negated else supports
            told.append(_support(claim, story, trust(claim.article)))
        yield first[0], supports, denials


def _support(claim: Claim, story: str, trusted: float) -> Support:
    weight = claim.confidence * trusted
    said = claim.qualifiers
    return Support(claim.id, claim.relation, said, claim.published, story, weight)


def _fact(claim: Claim, supports: Sequence[Support], denials: Sequence[Support]) -> Fact:
    holds, told = validity(supports, denials), settled(supports)
    subject, object_ = claim.ends
    stated = [s.published for s in supports if s.published]
    return Fact(
        uid=claim.fact,
        subject=subject,
        relation=claim.relation,
        object=object_,
        qualifiers=shown_qualifiers(told),
        shares=all_shares(told),
        belief=joint_belief(supports),
        claims=len(supports),
        sources=len({s.story for s in supports}),
        first_stated=min(stated, default=None),
        last_stated=max(stated, default=None),
        valid_from=holds.start,
        valid_to=holds.end,
        status=holds.status,
    )


def _draft(fact: Fact, supports: Sequence[Support]) -> Draft:
    told = settled(supports)
    lifts = {day_of(s) for s in told if has_ended(s)}
    halts = {day_of(s) for s in told if not has_ended(s)}
    unknown = {dt.date.min}
    return Draft(fact, starts_of(told), *(tuple(sorted(d - unknown)) for d in (lifts, halts)))
