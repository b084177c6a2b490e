"""Claims become facts: one edge for each thing that independent stories say.

Claims come sorted by the uid of their fact and leave as facts in one pass; only restrictions are
held back, since a pause ends restrictions under other uids (:mod:`.pauses`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

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
    for uid, told in _by_uid(rows, trust):
        supports = [s for s in told if not s.claim.negated]
        if not supports:
            continue
        fact = _fact(uid, supports, [s for s in told if s.claim.negated])
        if fact.relation == "RESTRICTS":
            restrictions.append(_draft(fact, supports))
        else:
            yield fact
    yield from pause(restrictions, acts_for)


def _by_uid(
    rows: Iterable[tuple[Claim, str]], trust: Callable[[str], float]
) -> Iterator[tuple[str, list[Support]]]:
    last = ""
    for uid, group in groupby(rows, key=lambda row: row[0].fact):
        if uid < last:
            raise SchemaError(f"fact {uid} comes after {last}; sort the claims by fact uid.")
        last = uid
        yield uid, [Support(c, s, c.confidence * trust(c.article)) for c, s in group]


def _fact(uid: str, supports: Sequence[Support], denials: Sequence[Support]) -> Fact:
    holds, told = validity(supports, denials), settled(supports)
    subject, object_ = supports[0].claim.ends
    stated = [s.claim.published for s in supports if s.claim.published]
    return Fact(
        uid=uid,
        subject=subject,
        relation=supports[0].claim.relation,
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
