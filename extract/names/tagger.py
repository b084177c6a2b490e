"""A small linear-chain tagger: finds unseen names, and judges those of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...schema import Label
from ...schema.article import Language
from .tag_templates import BITS, Indices

TAGS: tuple[str, ...] = ("O", *(f"{p}-{label}" for label in Label for p in "BI"))
OUTSIDE = 0
_BEGINNING = frozenset(i for i, tag in enumerate(TAGS) if tag.startswith("B-"))
_INSIDE = frozenset(i for i, tag in enumerate(TAGS) if tag.startswith("I-"))
Scores: TypeAlias = npt.NDArray[np.float32]
FORBIDDEN = -1e6


def allowed_transitions() -> Scores:
    """0 where one tag may follow another, a large negative number where it may not."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            label = tag[2:]
            table[[i for i, t in enumerate(TAGS) if t[2:] != label], j] = FORBIDDEN
    return table


@dataclass(frozen=True, slots=True)
class Span:
    """A tagged stretch of tokens, ``end`` exclusive."""

    start: int
    end: int
    label: Label


class Tagger:
    """Weights of the features for each tag, and of each tag after another."""

    def __init__(self, weights: npt.NDArray[np.int8] | Scores, transitions: Scores) -> None:
        self.weights, self.transitions = weights, transitions
        possible = transitions[transitions > FORBIDDEN / 2]
        self._sure = float(possible.max() - possible.min())

    def tag(self, indices: Indices) -> list[Span]:
        """The stretches of the best tag sequence for the features of a sentence."""
        if not len(indices):
            return []
        # The clipping mode spares a check of each index, which the hash cut to size.
        gathered = self.weights.take(indices.T, axis=0, mode="clip")
        sums = np.add.reduce(gathered, axis=0, dtype=_wide(gathered))
        return list(spans(self.decode(sums.astype(np.float32))))

    def decode(self, scores: Scores) -> list[int]:
        """The best tag sequence for the tokens' scores.

        Tokens that are outside by more than any transition could outweigh cut the sentence;
        only the stretches between them are searched (Viterbi).
        """
        lead = scores[:, OUTSIDE] - scores[:, 1:].max(axis=1)
        path = [OUTSIDE] * len(scores)
        for start, end in _stretches((lead <= self._sure).tolist()):
            path[start:end] = self._search(scores[start:end])
        return path

    def _search(self, scores: Scores) -> list[int]:
        best = scores[0] + self.transitions[OUTSIDE]
        back = []
        for row in scores[1:]:
            table = best[:, None] + self.transitions
            back.append(table.argmax(axis=0))
            best = table.max(axis=0) + row
        path = [int((best + self.transitions[:, OUTSIDE]).argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return path[::-1]


def _wide(values: npt.NDArray[np.int8] | Scores) -> type[np.int16] | type[np.float32]:
    """A type in which the sum over all templates cannot overflow."""
    return np.int16 if values.dtype == np.int8 else np.float32


def _stretches(flags: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Where flags are set one after another: the first, and the one behind the last."""
    start = 0
    for is_set, run in groupby(flags):
        end = start + len(list(run))
        if is_set:
            yield start, end
        start = end


def spans(path: Sequence[int]) -> Iterator[Span]:
    """The labelled stretches of a tag sequence."""
    start = -1
    for i, tag in enumerate([*path, OUTSIDE]):
        if start >= 0 and tag not in _INSIDE:
            yield Span(start, i, Label(TAGS[path[start]][2:]))
            start = -1
        if tag in _BEGINNING:
            start = i


@cache
def load_tagger(lang: Language) -> Tagger:
    """The tagger of the package for one language."""
    place = files(__package__ or "monazite.extract.names") / f"tagger-{lang}.npz"
    with place.open("rb") as stream, np.load(stream) as stored:
        weights = np.zeros((1 << BITS, len(TAGS)), dtype=np.int8)
        weights[stored["rows"]] = stored["weights"]
        return Tagger(weights, stored["transitions"] + allowed_transitions())
