"""What the tagger sees of a token: hashed features of its neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from struct import pack
from zlib import crc32

import numpy as np

from .clues import foreign_runs
from .tag_templates import COLUMNS, MARGIN, Indices, hashed

_FIRST, _INSIDE, _LAST = 77, 78, 79
_MARGIN = bytes(8 * MARGIN * COLUMNS)
_NO_RUN = bytes(8 * 3)


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=8192)
def _word(text: str) -> tuple[int, bytes]:
    """The word's hash, and its columns: word, shape, ending, opening."""
    columns = _columns(text)
    return columns[0], pack("=4Q", *columns)


@lru_cache(maxsize=1024)
def _signs(*signs: str) -> bytes:
    """The columns of what is said about a word."""
    return pack(f"={len(signs)}Q", *map(_hash, signs))


def _columns(text: str) -> tuple[int, int, int, int]:
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


def _runs(words: Sequence[str], hashes: Sequence[int]) -> list[bytes]:
    """For tokens in a run of name-like words: its last word, the words before and after.

    In a foreign name spelt in Chinese the place in the run stands for the last word.
    """
    found = [_NO_RUN] * len(words)
    around = [1, *hashes, 1, 1]
    for start, end in _capital_runs(words):
        run = pack("=3Q", hashes[end - 1], around[start], around[end + 1])
        found[start:end] = [run] * (end - start)
    for start, end in foreign_runs(words):
        after = (around[end + 1] * 31 + around[end + 2]) & 0xFFFFFFFF
        for i in range(start, end):
            place = _FIRST if i == start else _LAST if i == end - 1 else _INSIDE
            found[i] = pack("=3Q", place, around[start], after)
    return found


def _capital_runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    capital = [word[0].isupper() for word in words]
    end = 0
    for start, begins in enumerate(capital):
        if begins and start >= end:
            end = start + 1
            while end < len(words) and (capital[end] or _joins(words[end : end + 2])):
                end += 1
            yield start, end


def _joins(pair: Sequence[str]) -> bool:
    """Whether the first word of a pair is a mark inside a name, before another capital."""
    return pair[0] in "&-'." and len(pair) == 2 and pair[1][0].isupper()


def featurize(
    words: Sequence[str], marks: Sequence[str], known: Sequence[str], clues: Sequence[str]
) -> Indices:
    """One row a token, one column a template: rows of the weight table.

    ``marks`` are the gazetteer's tags of the tokens, ``known`` those of the names that the
    article has given before ("O" where there is none).
    """
    seen = [_word(word) for word in words]
    runs = _runs(words, [hash_ for hash_, _ in seen])
    # The columns of a token stand in the order of their numbers. Bytes that are joined cost a
    # tenth of an array made of numbers.
    parts = [
        part
        for (_, word), mark, name, run, clue in zip(seen, marks, known, runs, clues, strict=True)
        for part in (word, _signs(mark, name), run, _signs(clue))
    ]
    values = np.frombuffer(b"".join((_MARGIN, *parts, _MARGIN)), dtype=np.uint64)
    return hashed(values, len(words)).T
