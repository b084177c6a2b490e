"""What the tagger is told beyond the words: measures, sites, foreign names in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ...schema.article import Language
from ..lowercase import lowercase
from ..tables import table

NEAR = 60


@cache
def _patterns(lang: Language) -> dict[str, re.Pattern[str]]:
    words = table("cues", "gazetteer")["clues"][lang]
    return {kind: re.compile(str(pattern)) for kind, pattern in words.items()}


@cache
def _transliteration() -> frozenset[str]:
    return frozenset(str(table("cues", "gazetteer")["clues"]["transliteration"]))


def clues(text: str, lang: Language, offsets: Sequence[tuple[int, int]]) -> list[str]:
    """One word a token: "measure" or "site" with D where a date is near, "" elsewhere."""
    patterns, text = _patterns(lang), lowercase(text)
    dates = [m.start() for m in patterns["date"].finditer(text)]
    found = [""] * len(offsets)
    first = {start: i for i, (start, _) in enumerate(offsets)}
    for kind in ("measure", "site"):
        for match in patterns[kind].finditer(text):
            start, end = match.span()
            after = any(end <= d < end + NEAR for d in dates)
            before = any(start - NEAR <= d < start for d in dates)
            word = f"{kind}{'A' * after}{'B' * before}" if kind == "measure" else kind
            i = first.get(start)
            while i is not None and i < len(offsets) and offsets[i][1] <= end:
                found[i] = word
                i += 1
    return found


def foreign_runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """Runs (first token, end) of at least three characters that spell foreign names in Chinese."""
    foreign = _transliteration()
    if foreign.isdisjoint(words):
        return []
    edges = [i for i in range(len(words) + 1) if _is_edge(words, i, foreign)]
    return [(a, b) for a, b in pairwise(edges) if b - a >= 3 and words[a] in foreign]


def _is_edge(words: Sequence[str], i: int, foreign: frozenset[str]) -> bool:
    if i in (0, len(words)):
        return True
    return (words[i - 1] in foreign) != (words[i] in foreign)
