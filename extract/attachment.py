"""Which of a sentence's quantities and dates belongs to a fact: the cheapest way from it to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from ..schema import Mention
from .context import Context, Vote

_CLAUSE = re.compile(r"[,;，；。:：]|(?<=[a-z]) (?:while|whereas|and) |而|但")
_CLAUSE_COST, _RIVAL_COST, _FAR = 12.0, 14.0, 90.0


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
    """How far ``one`` stands from the vote's words: characters, clauses and rivals in between."""
    anchors = [(m, w) for m, w in ((vote.object, 1.0), (vote.subject, 1.3)) if m.end]
    if not anchors:
        trigger = vote.object.model_copy(update=dict(zip(("start", "end"), vote.trigger, strict=True)))
        anchors = [(trigger, 1.0)]
    return min(w * _way(one, anchor, context, (vote.subject, vote.object)) for anchor, w in anchors)


def _way(one: Placed, anchor: Mention, context: Context, own: Sequence[Mention]) -> float:
    low, high = (one.end, anchor.start) if one.end <= anchor.start else (anchor.end, one.start)
    between = context.text[low:high] if low < high else ""
    unit = 0.35 if context.sentence.lang == "en" else 1.0
    clauses = len(_CLAUSE.findall(between))
    ids = {m.id for m in own}
    rivals = sum(
        1
        for m in context.mentions
        if m.label == anchor.label and low <= m.start < high and m.id not in ids
    )
    return unit * len(between) + _CLAUSE_COST * clauses + _RIVAL_COST * rivals
