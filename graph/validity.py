"""When a fact holds, and how far it has got.

* ``date`` says when a fact begins. ``year`` says so of events and plans only: of a state ("68 % in
  2025") it dates the figure, and the state may be older. A date is left unknown where an earlier
  article already states the fact.
* A state of which every claim gives a year long past (``_STATISTICS_LAG``) is history: it holds
  in those years only.
* Denials and claims that it was suspended or lifted end a fact, unless it is stated again later;
  they need ``_ENOUGH`` belief. An ended fact stays, with ``valid_to``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from .belief import Support, joint_belief
from .values import exact_dates

_EVENTS = frozenset({"RESTRICTS", "ENACTS", "ACQUIRES", "INVESTS_IN", "PARTNERS_WITH"})
_ENDED = ("lifted", "suspended")
_ENOUGH = 0.5  # what queries ask of a fact by default
_STATISTICS_LAG = 5  # years; figures in the news are two or three years old at most


class Validity(NamedTuple):
    """The days from and to which a fact holds (None: unknown), and its status."""

    start: dt.date | None
    end: dt.date | None
    status: str | None


def first_day(date: str) -> dt.date:
    """The first day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    # A day that the calendar does not have (30 February) counts as the first of its month.
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month, 1)


def is_planned(support: Support) -> bool:
    """Whether a claim speaks of what is yet to come: a plan, or output that is only forecast."""
    said = support.qualifiers
    forecast = bool(said.get("forecast")) and support.relation == "PRODUCES"
    return said.get("status") == "planned" or forecast


def settled(supports: Sequence[Support]) -> Sequence[Support]:
    """The claims that speak of what is so; all of them where there are only plans."""
    return [s for s in supports if not is_planned(s)] or supports


def start_of(support: Support, dates: dict[str, str]) -> dt.date | None:
    """The day from which a claim says that its fact holds, or None."""
    said = support.qualifiers
    if "date" in said:
        return first_day(dates[str(said["date"])])
    dated = support.relation in _EVENTS or is_planned(support)
    return dt.date(int(said["year"]), 1, 1) if dated and "year" in said else None


def starts_of(supports: Sequence[Support]) -> tuple[dt.date, ...]:
    """All days on which claims say that a fact begins, ascending."""
    dates = exact_dates(supports)
    return tuple(sorted({day for s in supports if (day := start_of(s, dates))}))


def _start(supports: Sequence[Support], starts: Sequence[dt.date]) -> dt.date | None:
    if not starts:
        return None
    dates = exact_dates(supports)
    undated = (s for s in supports if start_of(s, dates) is None and not is_planned(s))
    earlier = (s.published for s in undated if s.published)
    return None if any(day < starts[0] for day in earlier) else starts[0]


def has_ended(support: Support) -> bool:
    """Whether a claim says that its fact was suspended or lifted."""
    return support.qualifiers.get("status") in _ENDED


def day_of(support: Support) -> dt.date:
    """The day that a claim speaks of, else that of its publication, else the first of all days."""
    if "date" in support.qualifiers:
        return first_day(str(support.qualifiers["date"]))
    return support.published or dt.date.min


def _published(supports: Sequence[Support]) -> dt.date:
    return max((s.published or dt.date.min for s in supports), default=dt.date.min)


def _history(supports: Sequence[Support]) -> tuple[dt.date, dt.date] | None:
    """First and last day of a state that is only told of years long past."""
    years = [s.qualifiers.get("year") for s in supports]
    if (
        supports[0].relation in _EVENTS
        or None in years
        or not all(
            s.published and int(y or 0) < s.published.year - _STATISTICS_LAG
            for s, y in zip(supports, years, strict=True)
        )
    ):
        return None
    known = sorted(int(y) for y in years if y is not None)
    return dt.date(known[0], 1, 1), dt.date(known[-1], 12, 31)


def _end(
    supports: Sequence[Support], denials: Sequence[Support]
) -> tuple[dt.date | None, str | None]:
    """The day on which a fact ended, and the status that this gives it."""
    endings = list(filter(has_ended, supports))
    last = _published([s for s in supports if s not in endings])
    # The article that reports an end also names what ended; a denial on the same day is a dispute.
    told = [s for s in endings if _published([s]) >= last]
    denied = [s for s in denials if _published([s]) > last]
    if told and joint_belief(told) >= _ENOUGH:
        latest = max(told, key=lambda s: (day_of(s), s.weight, s.id))
        return day_of(latest), str(latest.qualifiers["status"])
    if denied and joint_belief(denied) >= _ENOUGH:
        return min(map(day_of, denied)), None
    return None, None


def _status(supports: Sequence[Support]) -> str | None:
    if all(map(is_planned, supports)):
        return "planned"
    return "done" if any(s.qualifiers.get("status") == "done" for s in supports) else None


def validity(supports: Sequence[Support], denials: Sequence[Support]) -> Validity:
    """When a fact holds, from the claims for it (at least one) and those that deny it."""
    told = settled(supports)
    end, status = _end(supports, denials)
    start = _start(told, starts_of(told))
    if end is None and (years := _history(told)):
        start, end = years
    return Validity(start, None if end == dt.date.min else end, status or _status(supports))
