"""What the tagger sees of a token: hashed features of its neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

BITS = 18
MARGIN = 4
Indices: TypeAlias = npt.NDArray[np.int64]
_Column: TypeAlias = npt.NDArray[np.uint64]

# A template names columns and offsets; "w-1 w+0" is the pair of the word before and the word.
WORD, SHAPE, ENDING, OPENING, MARK, KNOWN, RUN_LAST, RUN_BEFORE, RUN_AFTER = range(9)
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
)  # fmt: skip
_SALTS = np.array(
    [crc32(repr(template).encode()) for template in TEMPLATES], dtype=np.uint64
)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


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
    """For tokens in a run of capitalised words: its last word, the words before and after."""
    found = [(0, 0, 0)] * len(words)
    start = 0
    while start < len(words):
        if not words[start][0].isupper():
            start += 1
            continue
        end = start + 1
        while end < len(words) and (
            words[end][0].isupper()
            or (words[end] in "&-'." and end + 1 < len(words) and words[end + 1][0].isupper())
        ):
            end += 1
        before = hashes[start - 1] if start else 1
        after = hashes[end] if end < len(words) else 1
        found[start:end] = [(hashes[end - 1], before, after)] * (end - start)
        start = end
    return found


def featurize(words: Sequence[str], marks: Sequence[str], known: Sequence[str]) -> Indices:
    """One row a token, one column a template: rows of the weight table.

    ``marks`` are the gazetteer's tags of the tokens, ``known`` those of the names that the
    article has given before ("O" where there is none).
    """
    rows = [_word(word) for word in words]
    runs = _runs(words, [row[0] for row in rows])
    columns = np.zeros((9, len(words) + 2 * MARGIN), dtype=np.uint64)
    inner = columns[:, MARGIN : MARGIN + len(words)]
    inner[:4] = np.array(rows, dtype=np.uint64).T
    inner[MARK] = [_hash(mark) for mark in marks]
    inner[KNOWN] = [_hash(mark) for mark in known]
    inner[6:] = np.array(runs, dtype=np.uint64).T
    out = np.empty((len(words), len(TEMPLATES)), dtype=np.int64)
    for number, template in enumerate(TEMPLATES):
        mixed: _Column = np.full(len(words), _SALTS[number], dtype=np.uint64)
        for column, offset in template:
            start = MARGIN + offset
            mixed = (mixed ^ columns[column, start : start + len(words)]) * _PRIME
            mixed ^= mixed >> np.uint64(29)
        out[:, number] = (mixed >> np.uint64(20)) & np.uint64((1 << BITS) - 1)
    return out
