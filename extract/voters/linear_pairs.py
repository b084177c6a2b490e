"""The pairs of arguments of a sentence, and the columns that describe each pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from ...schema import RELATIONS, Label
from .linear_row import MARGIN, Hashes, LinearRow, Places
from .linear_words import KINDS, hashed

# An outcome is a relation and whether its subject is the second of the two ends in the text.
OUTCOMES: tuple[tuple[str, bool], ...] = tuple(
    (kind.name, turned)
    for kind in RELATIONS.values()
    for turned in ((False,) if kind.symmetric else (False, True))
)
_LABELS = list(Label)
_NAMED = (Label.COUNTRY, Label.ELEMENT)
_BIT = {kind: 1 << bit for bit, kind in enumerate(KINDS)}


@cache
def allowed(first: Label, second: Label) -> npt.NDArray[np.bool_]:
    """For each of :data:`OUTCOMES`, whether the two labels, in order of the text, may have it."""
    ends = {False: (first, second), True: (second, first)}
    return np.array([RELATIONS[name].allows(*ends[turned]) for name, turned in OUTCOMES])


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one sentence: indices of arguments, and the tokens that bound them.

    Lists count as one: ``left`` is the token of the first end's list's head, ``inner_left`` that
    of its tail, ``inner_right`` and ``right`` likewise of the second end. Two members of one list
    are bounded by themselves.
    """

    row: LinearRow
    first: Places
    second: Places
    left: Places
    inner_left: Places
    inner_right: Places
    right: Places
    together: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, row: LinearRow) -> Pairs | None:
        """All pairs that some relation allows, or ``None`` where there is none."""
        found = np.array(list(_candidates(row)), dtype=np.int64)
        if not len(found):
            return None
        first, second = found[:, 0], found[:, 1]
        places, heads, tails = np.array(row.places), np.array(row.heads), np.array(row.tails)
        together = heads[first] == heads[second]
        left, inner_left, inner_right, right = (
            places[np.where(together, end, list_end[end])]
            for end in (first, second)
            for list_end in (heads, tails)
        )
        return cls(row, first, second, left, inner_left, inner_right, right, together)

    @property
    def allowed(self) -> npt.NDArray[np.bool_]:
        """One row a pair, one column an outcome."""
        labels = [argument.label for argument in self.row.arguments]
        ends = zip(self.first.tolist(), self.second.tolist(), strict=True)
        return np.stack([allowed(labels[i], labels[j]) for i, j in ends])


def _candidates(row: LinearRow) -> Iterator[tuple[int, int]]:
    for j, second in enumerate(row.arguments):
        for i, first in enumerate(row.arguments[:j]):
            near = row.places[j] - row.places[i] <= row.language.reach
            if near and first.id != second.id and allowed(first.label, second.label).any():
                yield i, j


def columns(pairs: Pairs) -> dict[str, Hashes]:
    """What is said of each pair, a number or a hash, by the names that the templates use."""
    return {**_words_around(pairs), **_counts(pairs), **_verbs(pairs), **_ends(pairs)}


def _words_around(pairs: Pairs) -> dict[str, Hashes]:
    sides = {
        "before": (pairs.left, -1), "after": (pairs.inner_left, 1),
        "until": (pairs.inner_right, -1), "beyond": (pairs.right, 1),
    }  # fmt: skip
    found = {}
    for name, (place, step) in sides.items():
        for i in (1, 2, 3):
            found[f"{name}{i}"] = pairs.row.words[MARGIN + place + i * step]
        for i in (1, 2):
            found[f"{name}{i}~"] = pairs.row.stems[MARGIN + place + i * step]
    return found


def _counts(pairs: Pairs) -> dict[str, Hashes]:
    row = pairs.row
    labels = np.array([_LABELS.index(argument.label) for argument in row.arguments])
    seen = np.zeros((len(labels) + 1, len(_LABELS)), dtype=np.int64)
    seen[1:] = np.cumsum(np.eye(len(_LABELS), dtype=np.int64)[labels], axis=0)
    tails, heads = np.array(row.tails)[pairs.first], np.array(row.heads)[pairs.second]
    inside = seen[np.maximum(heads, tails + 1)] - seen[tails + 1]
    at = np.arange(len(pairs.first))
    one, other = labels[pairs.first], labels[pairs.second]
    gap = pairs.inner_right - pairs.inner_left
    numbers = {
        "gap": np.minimum(np.where(gap < 6, gap, 6 + gap // 5), 20),
        "between": np.minimum(pairs.second - pairs.first - 1, 5),
        "first's rivals": np.minimum(inside[at, one], 3),
        "second's rivals": np.minimum(inside[at, other], 3),
        "earlier": np.minimum(seen[pairs.first, one], 2),
        "later": np.minimum(seen[-1, other] - seen[pairs.second + 1, other], 2),
        "order": np.minimum(pairs.first, 3),
        "start": np.minimum(pairs.left, 3),
        "together": pairs.together,
        "title": np.full(len(at), row.context.sentence.kind == "title"),
    }
    return {name: (value.astype(np.int64) + 2).astype(np.uint64) for name, value in numbers.items()}


def _verbs(pairs: Pairs) -> dict[str, Hashes]:
    row, low, high = pairs.row, pairs.inner_left, pairs.inner_right
    verb = (row.kinds & _BIT["verb"]) > 0
    verb[1:] &= (row.kinds[:-1] & _BIT["determiner"]) == 0
    first = _next(verb)[low + 1]
    last, near = _last(verb)[high], _last((row.kinds & _BIT["preposition"]) > 0)[high]
    lead = _last((row.kinds & (_BIT["preposition"] | _BIT["verb"] | _BIT["boundary"])) > 0)
    lead = lead[pairs.left]
    first, last = np.where(first < high, first, -1), np.where(last > low, last, -1)
    near = np.where(near > low, near, -1)
    seen = [np.concatenate(([0], np.cumsum((row.kinds & _BIT[k]) > 0))) for k in ("by", "be")]
    by, be = (counts[high] > counts[low + 1] for counts in seen)
    words, stems = row.words, row.stems
    return {
        "first verb~": stems[MARGIN + first], "last verb~": stems[MARGIN + last],
        "preposition": words[MARGIN + near], "its head~": stems[MARGIN + np.maximum(near - 1, -1)],
        "lead": words[MARGIN + lead], "lead's head~": stems[MARGIN + np.maximum(lead - 1, -1)],
        "passive": (2 * by + be + 2).astype(np.uint64),
    }  # fmt: skip


def _next(marked: npt.NDArray[np.bool_]) -> Places:
    """For each token (and one behind the last) the next marked one from it on."""
    far = len(marked) + MARGIN - 1
    places = np.where(marked, np.arange(len(marked)), far)
    return np.append(np.minimum.accumulate(places[::-1])[::-1], far)


def _last(marked: npt.NDArray[np.bool_]) -> Places:
    """For each token the last marked one before it, or -1."""
    places = np.where(marked, np.arange(len(marked)), -1)
    return np.append(-1, np.maximum.accumulate(places))


def _ends(pairs: Pairs) -> dict[str, Hashes]:
    arguments = pairs.row.arguments
    labels = np.array([hashed(a.label) for a in arguments], dtype=np.uint64)
    names = np.array([hashed(a.id) if a.label in _NAMED else 3 for a in arguments], dtype=np.uint64)
    resolved = np.array([2 + a.resolved for a in arguments], dtype=np.uint64)
    ends = {"first": pairs.first, "second": pairs.second}
    kinds = {"label": labels, "name": names, "resolved": resolved}
    return {f"{end}'s {k}": v[at] for end, at in ends.items() for k, v in kinds.items()}
