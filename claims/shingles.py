"""What two articles have in common, in words: shingles, and a small sample of them to find pairs.

A shingle is a run of words (of Han characters in Chinese); the share of the shorter article's
shingles that stand in the longer one too is its containment. The sketch of an article holds one
shingle in eight, chosen by value and so the same ones for every article: articles with much in
common share entries of their sketches, whatever their lengths.
"""

from __future__ import annotations

import re
from zlib import crc32

from ..schema.article import Language

Shingles = frozenset[tuple[str, ...]]

_MARK = re.compile(r"\[\d+\]")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:[.,'’][^\W_\u3400-\u9fff]+)*")
_LENGTH: dict[Language, int] = {"en": 3, "zh": 5}
_ONE_IN = 8


def shingles(text: str, lang: Language) -> Shingles:
    """The text's runs of three words or five Han characters; ``[n]`` marks and case are nothing."""
    tokens = _TOKEN.findall(_MARK.sub(" ", text).casefold())
    length = min(_LENGTH[lang], len(tokens))
    return frozenset(zip(*(tokens[start:] for start in range(length)), strict=False))


def sketch(found: Shingles) -> list[int]:
    """The sample to be stored: 32-bit numbers, the same on every machine."""
    values = {crc32(" ".join(one).encode()) for one in found}
    return sorted(value for value in values if not value % _ONE_IN)


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the smaller set that is in the other, between 0 and 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def jaccard(one: Shingles, other: Shingles) -> float:
    """The share of all shingles of the two that both have, between 0 and 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
