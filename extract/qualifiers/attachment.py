"""Which of a sentence's quantities and dates belongs to a fact: the cheapest way from it to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from ...schema import Mention
from ..context import Context, Vote

_CLAUSE = re.compile(r"[,;，；。:：]|(?<=\w) (?:while|whereas|and|but) |而|但")
_CLAUSE_COST, _RIVAL_COST, _FAR, _EARLIER = 12.0, 14.0, 90.0, 1.3
_ENGLISH_CHARACTER = 0.35


class Placed(Protocol):
    """Something with offsets in the sentence."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """Behind the last character."""
        ...


Found = TypeVar("Found", bound=Placed)


def nearest(found: Iterable[Found], vote: Vote, context: Context) -> Found | None:
    """The one that belongs to the vote, or ``None`` where each stands too far off."""
    costs = [(cost(one, vote, context), index, one) for index, one in enumerate(found)]
    best = min(costs, default=None, key=lambda c: c[:2])
    return best[2] if best and best[0] < _FAR else None


def cost(one: Placed, vote: Vote, context: Context) -> float:
    """How far ``one`` stands from the vote: from its later end, or a little dearer, its earlier."""
    ends = sorted((m for m in (vote.subject, vote.object) if m.end), key=lambda m: m.start)
    if not ends:
        return distance(one, _Trigger(*vote.trigger), context)
    own = (vote.subject.id, vote.object.id)
    ways = [distance(one, end, context) + _rivals(one, end, context, own) for end in ends]
    return min(
        way * (1.0 if end is ends[-1] else _EARLIER) for way, end in zip(ways, ends, strict=True)
    )


class _Trigger:
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def distance(one: Placed, other: Placed, context: Context) -> float:
    """Characters (English ones count less) and clause marks between two places."""
    between = context.text[slice(*_gap(one, other))]
    unit = _ENGLISH_CHARACTER if context.sentence.lang == "en" else 1.0
    return unit * len(between) + _CLAUSE_COST * len(_CLAUSE.findall(between))


def _gap(one: Placed, other: Placed) -> tuple[int, int]:
    first, second = (one, other) if one.end <= other.start else (other, one)
    return first.end, max(first.end, second.start)


def _rivals(one: Placed, end: Mention, context: Context, own: Sequence[str]) -> float:
    """Other mentions of the end's kind that stand in between have the better claim."""
    low, high = _gap(one, end)
    rivals = (m for m in context.mentions if low <= m.start < high and m.label == end.label)
    return _RIVAL_COST * sum(m.id not in own for m in rivals)
