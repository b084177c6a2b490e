"""Lists that answer lists: "A and B hold 60 % and 40 % respectively", "双方分别持股六成和四成"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from ...schema import Mention
from ..context import Context, Vote
from .attachment import Found, Placed

_JOINT = re.compile(r"\s*(?:、|和|与|及|以及|,|，|, and|and|or)?\s*(?:the |其他)?")
_RESPECTIVELY = re.compile(r"respectively|分别|各自|依次|双方")


def counterpart(found: Sequence[Found], vote: Vote, context: Context) -> Found | None:
    """The member of a list of numbers that answers the vote's end in a list of names."""
    if len(found) < 2 or not _RESPECTIVELY.search(context.text):
        return None
    for numbers in runs(found, context.text):
        for names in runs(_argument_like(vote, context), context.text):
            if len(names) != len(numbers) or len(names) < 2:
                continue
            for name, number in zip(names, numbers, strict=True):
                if name in (vote.subject, vote.object):
                    return number
    return None


def _argument_like(vote: Vote, context: Context) -> list[Mention]:
    labels = {vote.subject.label, vote.object.label}
    return [m for m in context.arguments if m.label in labels]


def runs(places: Sequence[Found], text: str) -> list[list[Found]]:
    """The places in groups that are joined by nothing but list words."""
    ordered: list[Found] = sorted(places, key=lambda p: p.start)
    breaks = [0]
    for before, after in pairwise(ordered):
        breaks.append(breaks[-1] + (not joined(before, after, text)))
    groups = groupby(zip(breaks, ordered, strict=False), key=lambda pair: pair[0])
    return [[place for _, place in group] for _, group in groups]


def joined(before: Placed, after: Placed, text: str) -> bool:
    """Whether only list words stand between the two."""
    return bool(_JOINT.fullmatch(text, before.end, after.start))
