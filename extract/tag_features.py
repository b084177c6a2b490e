"""What the tagger sees of a token: hashed features of its neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from .clues import foreign_runs

BITS = 18
MARGIN = 4
_FIRST, _INSIDE, _LAST = 77, 78, 79
Indices: TypeAlias = npt.NDArray[np.int64]
_Columns: TypeAlias = npt.NDArray[np.uint64]

# A template names columns and offsets; "w-1 w+0" is the pair of the word before and the word.
WORD, SHAPE, ENDING, OPENING, MARK, KNOWN, RUN_LAST, RUN_BEFORE, RUN_AFTER, CLUE = range(10)
TEMPLATES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((WORD, 0),), ((WORD, -1),), ((WORD, 1),), ((WORD, -2),), ((WORD, 2),), ((WORD, 3),),
    ((WORD, -1), (WORD, 0)), ((WORD, 0), (WORD, 1)), ((WORD, -2), (WORD, -1)),
    ((WORD, 1), (WORD, 2)), ((WORD, 2), (WORD, 3)), ((WORD, -3), (WORD, -2)),
    ((WORD, -1), (WORD, 0), (WORD, 1)), ((WORD, 0), (WORD, 1), (WORD, 2)),
    ((WORD, -2), (WORD, -1), (WORD, 0)), ((WORD, -1), (WORD, 1)),
    ((SHAPE, 0),), ((SHAPE, -1), (SHAPE, 0)), ((SHAPE, 0), (SHAPE, 1)),
    ((SHAPE, -1), (SHAPE, 0), (SHAPE, 1)), ((WORD, -1), (SHAPE, 0)), ((SHAPE, 0), (WORD, 1)),
    ((SHAPE, -2), (SHAPE, -1), (SHAPE, 0), (SHAPE, 1)),
    ((ENDING, 0),), ((OPENING, 0),), ((ENDING, 1),),
    ((MARK, 0),), ((MARK, -1), (MARK, 0)), ((MARK, 0), (MARK, 1)), ((MARK, 0), (WORD, 0)),
    ((MARK, 0), (WORD, -1)), ((MARK, 0), (WORD, 1)), ((MARK, 1), (WORD, 0)),
    ((MARK, -1), (WORD, 0)), ((MARK, 0), (SHAPE, 0)), ((MARK, -1), (MARK, 0), (MARK, 1)),
    ((MARK, 1), (MARK, 2)), ((MARK, -2), (MARK, -1)), ((MARK, 2), (SHAPE, 0)),
    ((KNOWN, 0),), ((KNOWN, 0), (MARK, 0)), ((KNOWN, 0), (WORD, 1)),
    ((RUN_LAST, 0),), ((RUN_BEFORE, 0),), ((RUN_AFTER, 0),), ((RUN_LAST, 0), (WORD, 0)),
    ((RUN_BEFORE, 0), (RUN_AFTER, 0)), ((RUN_LAST, 0), (MARK, 0)), ((RUN_AFTER, 0), (MARK, 0)),
    ((RUN_BEFORE, 0), (MARK, 0)),
    ((CLUE, 0),), ((CLUE, 0), (WORD, 1)), ((CLUE, 0), (WORD, -1)), ((CLUE, 0), (WORD, 0)),
    ((CLUE, 0), (MARK, -1)), ((CLUE, 0), (SHAPE, -1)), ((CLUE, 1), (WORD, 0)),
    ((CLUE, -1), (WORD, 0)), ((CLUE, 0), (KNOWN, 0)), ((CLUE, 2), (SHAPE, 0)),
    ((CLUE, 1), (MARK, 0)),
    ((RUN_LAST, 0), (RUN_AFTER, 0)),
)  # fmt: skip
_SLOTS = max(len(template) for template in TEMPLATES)
_COLUMNS = 10
_EMPTY = (_COLUMNS, 0)  # a column of zeros fills up the shorter templates
_PLACES = np.array([(*template, *[_EMPTY] * (_SLOTS - len(template))) for template in TEMPLATES])
_SALTS = np.array([crc32(repr(template).encode()) for template in TEMPLATES], dtype=np.uint64)
_PRIME, _SHIFT, _CUT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29), np.uint64(64 - BITS)


@lru_cache(maxsize=4096)
def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=200_000)
def _word(text: str) -> tuple[int, int, int, int]:
    lowered = text.lower()
    if text.isdigit():
        kind = "year" if len(text) == 4 and text[0] in "12" else "number"
        return _hash(kind), _hash(kind), 0, 0
    shape = _shape(text)
    if len(text) == 1:
        return _hash(lowered), _hash(shape), 0, 0
    return _hash(lowered), _hash(shape), _hash(lowered[-3:]), _hash("^" + lowered[:3])


def _shape(text: str) -> str:
    if not text[0].isalpha():
        return text
    if "\u3400" <= text[0] <= "\u9fff":
        return "han"
    if text.islower():
        return "x"
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    return "Xx" if text[0].isupper() and text[1:].islower() else "xX"


def _runs(words: Sequence[str], hashes: Sequence[int]) -> list[tuple[int, int, int]]:
    """For tokens in a run of name-like words: its last word, the words before and after.

    In a foreign name spelt in Chinese the place in the run stands for the last word.
    """
    found = [(0, 0, 0)] * len(words)
    around = [1, *hashes, 1, 1]
    for start, end in _capital_runs(words):
        found[start:end] = [(hashes[end - 1], around[start], around[end + 1])] * (end - start)
    for start, end in foreign_runs(words):
        after = (around[end + 1] * 31 + around[end + 2]) & 0xFFFFFFFF
        for i in range(start, end):
            place = _FIRST if i == start else _LAST if i == end - 1 else _INSIDE
            found[i] = (place, around[start], after)
    return found


def _capital_runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and (words[end][0].isupper() or _joins(words, start, end)):
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _joins(words: Sequence[str], start: int, i: int) -> bool:
    inside = start < i < len(words) - 1
    return inside and words[i] in "&-'." and words[i + 1][0].isupper()


def featurize(
    words: Sequence[str], marks: Sequence[str], known: Sequence[str], clues: Sequence[str]
) -> Indices:
    """One row a token, one column a template: rows of the weight table.

    ``marks`` are the gazetteer's tags of the tokens, ``known`` those of the names that the
    article has given before ("O" where there is none).
    """
    rows = [_word(word) for word in words]
    hashes = [row[0] for row in rows]
    columns = np.zeros((_COLUMNS + 1, len(words) + 2 * MARGIN), dtype=np.uint64)
    inner = columns[:, MARGIN : MARGIN + len(words)]
    inner[:MARK] = np.array(rows, dtype=np.uint64).T
    for column, texts in ((MARK, marks), (KNOWN, known), (CLUE, clues)):
        inner[column] = [_hash(text) for text in texts]
    inner[RUN_LAST : RUN_AFTER + 1] = np.array(_runs(words, hashes), dtype=np.uint64).T
    return _mixed(columns, len(words))


def _mixed(columns: _Columns, length: int) -> Indices:
    """All templates for all tokens at once: a multiplicative hash over each template's slots."""
    mixed = np.repeat(_SALTS[:, None], length, axis=1)
    flat, width = columns.ravel(), columns.shape[1]
    tokens = MARGIN + np.arange(length)
    for slot in range(_SLOTS):
        column, offset = _PLACES[:, slot, 0, None], _PLACES[:, slot, 1, None]
        mixed ^= flat.take(column * width + offset + tokens, mode="clip")
        mixed *= _PRIME
        mixed ^= mixed >> _SHIFT
    return (mixed >> _CUT).astype(np.int64).T
