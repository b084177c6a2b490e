"""Pairs of arguments as hashed features: rows of the linear voter's weight table.

Every feature counts twice: on its own, and together with the labels of the two ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..tables import table
from .linear_pairs import Pairs, columns
from .linear_row import MARGIN, Hashes, Places
from .linear_words import hashed

BITS = 18
Indices: TypeAlias = npt.NDArray[np.int64]
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_SHIFT, _CUT = np.uint64(29), np.uint64(64 - BITS)


@dataclass(frozen=True, slots=True)
class Features:
    """The features of the pairs of one sentence, as rows of the weight table.

    ``fixed`` has one row a pair. ``bag`` has one row for each run of tokens near a pair, alone and
    with the labels, ``tokens`` the first token of the run; pair ``i`` has the rows from
    ``bounds[i]`` to the next bound.
    """

    pairs: Pairs
    fixed: Indices
    bag: Indices
    tokens: Places
    bounds: Places


@cache
def _templates() -> tuple[list[str], npt.NDArray[np.int64], Hashes]:
    """Names of columns, the columns of each template (the last column is empty), and salts."""
    templates = table("linear_features", "voters")["templates"]
    names = sorted({name for template in templates for name in template})
    longest = max(len(template) for template in templates)
    places = np.full((len(templates), longest), len(names), dtype=np.int64)
    for i, template in enumerate(templates):
        places[i, : len(template)] = [names.index(name) for name in template]
    salts = np.array([hashed("|".join(template)) for template in templates], dtype=np.uint64)
    return names, places, salts


def _mixed(one: Hashes, other: Hashes | np.uint64) -> Hashes:
    product: Hashes = (one ^ other) * _PRIME
    return product ^ (product >> _SHIFT)


def _with_labels(plain: Hashes, labels: Hashes) -> Indices:
    """The features alone and with the labels, along a new last axis, cut to rows of the table."""
    both = np.stack([_mixed(plain, np.uint64(0)), _mixed(plain, labels)], axis=-1)
    return (both >> _CUT).astype(np.int64)


def featurize(pairs: Pairs) -> Features:
    """The features of all pairs of a sentence."""
    said = columns(pairs)
    labels = _mixed(_mixed(said["first's label"], np.uint64(7)), said["second's label"])
    names, places, salts = _templates()
    stacked = np.stack([*(said[name] for name in names), np.zeros_like(labels)])
    mixed = np.repeat(salts[:, None], len(labels), axis=1)
    for slot in places.T:
        mixed = _mixed(mixed, stacked[slot])
    fixed = _with_labels(mixed.T, labels[:, None]).reshape(len(labels), -1)
    return Features(pairs, fixed, *_bag(pairs, labels))


def _bag(pairs: Pairs, labels: Hashes) -> tuple[Indices, Places, Places]:
    """The runs of tokens between the ends and around them; the first end itself is always one."""
    language, length = pairs.row.language, len(pairs.row.spans)
    between, around = language.grams
    before = np.maximum(pairs.left - language.around, 0)
    beyond = np.minimum(pairs.right + 1 + language.around, length)
    ranges = [
        *((0, k, pairs.inner_left + (k > 0), pairs.inner_right - k) for k in range(between)),
        *((1, k, before, pairs.left - k) for k in range(around)),
        *((2, k, pairs.right + 1, beyond - k) for k in range(around)),
    ]
    runs = _runs(pairs.row.stems, max(between, around))
    salted = np.stack([_mixed(runs[k], np.uint64(31 * side + k + 1)) for side, k, _, _ in ranges])
    low = np.stack([start for _, _, start, _ in ranges], axis=1)
    counts = np.maximum(np.stack([end for *_, end in ranges], axis=1) - low, 0)
    flat = counts.ravel()
    begins = np.cumsum(flat) - flat
    tokens = np.arange(flat.sum()) - np.repeat(begins, flat) + np.repeat(low.ravel(), flat)
    kinds = np.repeat(np.tile(np.arange(len(ranges)), len(labels)), flat)
    owners = np.repeat(labels, counts.sum(axis=1))
    bag = _with_labels(salted[kinds, MARGIN + tokens], owners)
    return bag, tokens, begins[:: len(ranges)]


def _runs(stems: Hashes, longest: int) -> list[Hashes]:
    """Hashes of one token, two tokens, three tokens .. from each place on."""
    runs = [stems]
    while len(runs) < longest:
        following = np.append(stems[len(runs) :], np.zeros(len(runs), dtype=np.uint64))
        runs.append(_mixed(_mixed(runs[-1], np.uint64(5)), following))
    return runs
