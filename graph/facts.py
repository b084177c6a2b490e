"""Claims become facts: one edge for each thing that independent stories say.

Claims come sorted by the uid of their fact and leave as facts in one pass; only restrictions are
held back, since a pause ends restrictions under other uids (:mod:`.pauses`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from ..errors import SchemaError
from ..schema import Claim, Fact, fact_uid, relation_type
from .belief import Support, joint_belief, reliability
from .pauses import Draft, pause
from .validity import settled, validity
from .values import all_shares, shown_qualifiers


def ends_of(claim: Claim) -> tuple[str, str]:
    """The ids of a claim's subject and object, in order of ids where its relation is symmetric."""
    ends = claim.subject.id, claim.object.id
    return (min(ends), max(ends)) if relation_type(claim.relation).symmetric else ends


def uid_of(claim: Claim) -> str:
    """The uid of the fact that a claim speaks for (or denies)."""
    identity = {key: claim.qualifiers.get(key) for key in relation_type(claim.relation).identity}
    return fact_uid(claim.relation, *ends_of(claim), identity)


def _unnamed(article: str) -> float:
    return reliability(None)


def facts_from_claims(
    rows: Iterable[tuple[Claim, str]], trust: Callable[[str], float] = _unnamed
) -> Iterator[Fact]:
    """The facts that claims add up to: by uid, restrictions last.

    ``rows`` are claims with their stories, sorted by :func:`uid_of` (:class:`SchemaError` if not);
    ``trust`` gives the reliability of an article's source by the article's id. Claims that only
    deny make no fact.
    """
    restrictions: list[Draft] = []
    last = ""
    for uid, group in groupby(rows, key=lambda row: uid_of(row[0])):
        if uid < last:
            raise SchemaError(f"fact {uid} comes after {last}; sort the claims by fact uid.")
        last = uid
        draft = _draft(uid, [Support(c, s, c.confidence * trust(c.article)) for c, s in group])
        if draft and draft.fact.relation == "RESTRICTS":
            restrictions.append(draft)
        elif draft:
            yield draft.fact
    yield from pause(restrictions)


def _draft(uid: str, group: Sequence[Support]) -> Draft | None:
    supports = [s for s in group if not s.claim.negated]
    if not supports:
        return None
    holds = validity(supports, [s for s in group if s.claim.negated])
    told = settled(supports)
    subject, object_ = ends_of(supports[0].claim)
    stated = [s.claim.published for s in supports if s.claim.published]
    fact = Fact(
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
    return Draft(fact, holds.starts or _undated(stated))


def _undated(stated: Sequence[dt.date]) -> tuple[dt.date, ...]:
    return (min(stated),) if stated else ()
