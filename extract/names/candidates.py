"""Possible mentions of one sentence, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...schema import Label


class Candidate(NamedTuple):
    """A stretch that may be a mention.

    ``label`` is ``None`` where the stretch is known to be no mention (a newspaper): it still
    keeps shorter names inside it from being found. ``doubtful`` ones need more than their name.
    ``rank`` settles ties of length: lower wins.
    """

    start: int
    end: int
    label: Label | None
    id: str
    name: str
    doubtful: bool = False
    rank: int = 0


def longest(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The longest candidates that do not overlap, in order of ``start``; ``length`` of the text."""
    taken = bytearray(length)
    kept = []
    for c in sorted(candidates, key=lambda c: (c.start - c.end, c.rank, c.start)):
        if not any(taken[c.start : c.end]):
            taken[c.start : c.end] = b"\x01" * (c.end - c.start)
            kept.append(c)
    return sorted(kept, key=lambda c: c.start)
