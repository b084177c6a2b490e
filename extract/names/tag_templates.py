"""The tagger's feature templates, and the hash that makes a row of the weight table of each."""

from __future__ import annotations

from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

BITS = 18
MARGIN = 4
Indices: TypeAlias = npt.NDArray[np.int64]

# A template names columns and offsets; "w-1 w+0" is the pair of the word before and the word.
WORD, SHAPE, ENDING, OPENING, MARK, KNOWN, RUN_LAST, RUN_BEFORE, RUN_AFTER, CLUE = range(10)
COLUMNS = 10
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
_PRIME, _SHIFT, _CUT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29), np.uint64(64 - BITS)

# Templates of many slots stand first, so that each round of hashing works on a block of rows.
_LONGEST_FIRST = sorted(TEMPLATES, key=len, reverse=True)
_SALTS = np.array([[crc32(repr(template).encode())] for template in _LONGEST_FIRST], np.uint64)
_ROUNDS = range(len(_LONGEST_FIRST[0]))
_REACHING = [[t[slot] for t in _LONGEST_FIRST if slot < len(t)] for slot in _ROUNDS]
_ENDS = np.cumsum([len(slots) for slots in _REACHING]).tolist()
# Where each slot's value stands in the values of a sentence, seen from its first token.
_PLACES = np.array(
    [[(MARGIN + offset) * COLUMNS + column] for slots in _REACHING for column, offset in slots]
)


def hashed(values: npt.NDArray[np.uint64], length: int) -> Indices:
    """Rows of the weight table: one line a template, one column a token.

    ``values`` holds the :data:`COLUMNS` of each token after those of the last, with those of
    ``MARGIN`` empty tokens before and after the sentence's ``length``.
    """
    slots = values.take(_PLACES + np.arange(0, length * COLUMNS, COLUMNS), mode="clip")
    mixed = slots[: len(_SALTS)]
    mixed ^= _SALTS
    shifted = np.empty_like(mixed)
    for number in _ROUNDS:
        if number:
            block = slots[_ENDS[number - 1] : _ENDS[number]]
            mixed[: len(block)] ^= block
        # A template without a slot here is hashed on all the same: the weights were fitted so.
        mixed *= _PRIME
        np.right_shift(mixed, _SHIFT, out=shifted)
        mixed ^= shifted
    mixed >>= _CUT
    return mixed.view(np.int64)
