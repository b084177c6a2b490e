"""Restrictions that were paused: a suspension ends the earlier measure that it suspends.

"Suspension" is said of two things: exports that a state halts, a restriction of its own, and
restrictions that it pauses or lifts (status "lifted"). Where no status says which, it is a pause if
the same actor had restricted the same thing before; a ban must be dated before it, for "ban" and
"suspension" are often two words for one halt. A pause ends the measure and itself on its day, with
status "lifted".

Where an actor has several measures on a thing, what was put in force last is what is paused (the
ban on gallium of 2024, not the licences of 2023), with what is said after that without a date. A
suspension towards one country ends what was aimed at that country only, one that names no country
ends either. What the actor puts in force later holds again. What is only planned neither pauses
nor is paused.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..schema import Fact, Mechanism

# What is not lifted at the border: know-how stays banned and prices stay supported when trade
# in the thing itself is let go.
_APART = frozenset({Mechanism.TECHNOLOGY_BAN, Mechanism.PRICE_FLOOR})


class Draft(NamedTuple):
    """A restriction and its days, each ascending.

    ``starts`` are those on which claims say that it begins, ``lifts`` those of claims that say it
    was lifted, ``halts`` those of the other claims (the day of publication where no other is said).
    """

    fact: Fact
    starts: tuple[dt.date, ...]
    lifts: tuple[dt.date, ...]
    halts: tuple[dt.date, ...]

    @property
    def last_start(self) -> dt.date | None:
        """The last day on which it began; the day it was first stated where no one says."""
        return self.starts[-1] if self.starts else self.fact.first_stated

    @property
    def is_suspension(self) -> bool:
        """Whether it halts or lifts, rather than restricts in some other way."""
        return self.fact.qualifiers.get("mechanism") == Mechanism.SUSPENSION


def _bears_on(suspension: Fact, measure: Fact) -> bool:
    target = suspension.qualifiers.get("target")
    aimed_alike = target is None or target == measure.qualifiers.get("target")
    return aimed_alike and measure.qualifiers.get("mechanism") not in _APART


def _came_before(measure: Draft, suspension: Draft) -> bool:
    """Whether the measure is an earlier act than the suspension, not the same one reworded."""
    if measure.fact.qualifiers.get("mechanism") == Mechanism.BAN:
        dated = measure.starts and suspension.starts
        return bool(dated) and measure.starts[0] < suspension.starts[0]
    first = measure.starts[0] if measure.starts else measure.fact.first_stated
    return first is not None and first < suspension.halts[0]


def _paused(day: dt.date, measures: Sequence[Draft]) -> Iterator[Draft]:
    """Those of the measures that a pause on this day ends."""
    earlier = [m for m in measures if m.last_start and m.last_start <= day]
    last = max((m.starts[-1] for m in earlier if m.starts), default=dt.date.min)
    return (m for m in earlier if m.last_start and m.last_start >= last)


def _ends(drafts: Sequence[Draft]) -> dict[str, dt.date]:
    """When restrictions of one actor on one thing end, by uid; pauses are among them."""
    ends: dict[str, dt.date] = {}
    for suspension in (d for d in drafts if d.is_suspension):
        measures = [d for d in drafts if not d.is_suspension and _bears_on(suspension.fact, d.fact)]
        earlier = [m for m in measures if suspension.halts and _came_before(m, suspension)]
        pauses = ((suspension.lifts, measures), (suspension.halts, earlier))
        for day, bearing in ((day, bearing) for days, bearing in pauses for day in days):
            for measure in _paused(day, bearing):
                ends[measure.fact.uid] = min(day, ends.get(measure.fact.uid, day))
                ends[suspension.fact.uid] = max(day, ends.get(suspension.fact.uid, day))
    return ends


def pause(restrictions: Iterable[Draft], acts_for: Callable[[str], str]) -> Iterator[Fact]:
    """The restrictions in the order given; those that a pause ended have ``valid_to``.

    ``acts_for`` gives the id of the country that an agency or a policy belongs to: what a ministry
    suspends is what its country had put in force.
    """
    drafts = list(restrictions)
    alike: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in (d for d in drafts if d.fact.status != "planned"):
        alike[acts_for(draft.fact.subject), draft.fact.object].append(draft)
    ends = {uid: day for group in alike.values() for uid, day in _ends(group).items()}
    for draft in drafts:
        yield draft.fact.model_copy(update=_changes(draft.fact, ends))


def _changes(fact: Fact, ends: Mapping[str, dt.date]) -> dict[str, object]:
    day = ends.get(fact.uid)
    if day is None or (fact.valid_to and fact.valid_to <= day):
        return {}
    return {"valid_to": day, "status": "lifted"}
