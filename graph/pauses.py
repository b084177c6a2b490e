"""Restrictions that were paused: a suspension ends the earlier measures that it suspends.

"Suspension" is said of two things: exports that a state halts (a restriction of its own) and
restrictions that it pauses or lifts. Which it is shows where the same actor restricted the same
thing before: then the suspension ends those restrictions on its day and its status is "lifted".
A suspension towards one country ends what was aimed at that country only, one that names no
country ends all. What the actor puts in force later holds again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..schema import Fact, Mechanism

# What is not lifted at the border: know-how stays banned and prices stay supported when trade
# in the thing itself is let go.
_APART = frozenset({Mechanism.TECHNOLOGY_BAN, Mechanism.PRICE_FLOOR})


class Draft(NamedTuple):
    """A fact, and the days on which it is said to begin (else the day it was first stated)."""

    fact: Fact
    starts: tuple[dt.date, ...]


def _is_suspension(draft: Draft) -> bool:
    return draft.fact.qualifiers.get("mechanism") == Mechanism.SUSPENSION


def _bears_on(suspension: Fact, measure: Fact) -> bool:
    target = suspension.qualifiers.get("target")
    aimed_alike = target is None or target == measure.qualifiers.get("target")
    return aimed_alike and measure.qualifiers.get("mechanism") not in _APART


def _end(suspension: Draft, measure: Draft) -> dt.date | None:
    """The first day of the suspension that is not before the measure's last start."""
    if not measure.starts or not _bears_on(suspension.fact, measure.fact):
        return None
    return min((day for day in suspension.starts if day >= measure.starts[-1]), default=None)


def pause(restrictions: Iterable[Draft]) -> Iterator[Fact]:
    """The restrictions in the order given; those that a suspension ended have ``valid_to``."""
    drafts = list(restrictions)
    suspensions: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in filter(_is_suspension, drafts):
        suspensions[draft.fact.subject, draft.fact.object].append(draft)
    ends: dict[str, dt.date] = {}
    lifting: set[str] = set()
    for draft in (d for d in drafts if not _is_suspension(d)):
        for suspension in suspensions[draft.fact.subject, draft.fact.object]:
            if day := _end(suspension, draft):
                ends[draft.fact.uid] = min(day, ends.get(draft.fact.uid, day))
                lifting.add(suspension.fact.uid)
    for fact in (draft.fact for draft in drafts):
        yield fact.model_copy(update=_changes(fact, ends, lifting))


def _changes(fact: Fact, ends: dict[str, dt.date], lifting: set[str]) -> dict[str, object]:
    if fact.uid in lifting:
        return {"status": "lifted"}
    day = ends.get(fact.uid)
    if day is None or (fact.valid_to and fact.valid_to <= day):
        return {}
    return {"valid_to": day, "status": "lifted"}
