"""A sentence as a row of hashed tokens in which every argument is one token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...schema import Label, Mention
from ..context import Context
from .linear_words import LinearWords, hashed, linear_words

MARGIN = 4
Hashes: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.int64]

_NOTHING = 1
_LABEL_HASH = {label: hashed(f"<{label}>") for label in Label}
_CLASSES = {
    Label.COUNTRY: "party", Label.AGENCY: "party", Label.FIRM: "party", Label.ELEMENT: "thing",
    Label.MATERIAL: "thing", Label.PRODUCT: "thing", Label.MINE: "site", Label.FACILITY: "site",
    Label.PLACE: "place", Label.POLICY: "policy",
}  # fmt: skip


@dataclass(slots=True)
class LinearRow:
    """The tokens of one sentence.

    ``words`` and ``stems`` hold a hash a token with :data:`MARGIN` fillers at both ends, ``kinds``
    the bits of :data:`~.linear_words.KINDS`, ``spans`` the tokens' offsets. ``places[i]`` is the
    token of ``arguments[i]``; ``heads[i]`` and ``tails[i]`` are the first and the last argument of
    the list that it stands in.
    """

    context: Context
    language: LinearWords
    arguments: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    words: Hashes = field(init=False)
    stems: Hashes = field(init=False)
    kinds: Places = field(init=False)
    heads: list[int] = field(init=False)
    tails: list[int] = field(init=False)

    @classmethod
    def of(cls, context: Context) -> LinearRow:
        """The row of a sentence; an argument that overlaps an earlier one is left out."""
        row = cls(context, linear_words(context.sentence.lang))
        hashes: list[tuple[int, int, int]] = []
        position = 0
        for argument in context.arguments:
            if argument.start >= position:
                row._read(hashes, position, argument.start)
                row.arguments.append(argument)
                row.places.append(len(hashes))
                row.spans.append((argument.start, argument.end))
                label = _LABEL_HASH[argument.label]
                hashes.append((label, label, 0))
                position = argument.end
        row._read(hashes, position, len(context.text))
        row._finish(hashes)
        return row

    def _read(self, hashes: list[tuple[int, int, int]], start: int, end: int) -> None:
        for match in self.language.token.finditer(self.context.text, start, end):
            hashes.append(self.language.look_up(match.group()))
            self.spans.append(match.span())

    def _finish(self, hashes: list[tuple[int, int, int]]) -> None:
        columns = np.full((3, len(hashes) + 2 * MARGIN), _NOTHING, dtype=np.uint64)
        columns[:, MARGIN : MARGIN + len(hashes)] = np.array(hashes, dtype=np.uint64).T
        self.words, self.stems = columns[0], columns[1]
        self.kinds = columns[2, MARGIN : MARGIN + len(hashes)].astype(np.int64)
        count = len(self.arguments)
        self.heads, self.tails = list(range(count)), list(range(count))
        for i in range(1, count):
            if self._joined(i - 1, i):
                self.heads[i] = self.heads[i - 1]
        for i in range(count - 2, -1, -1):
            if self.heads[i + 1] == self.heads[i]:
                self.tails[i] = self.tails[i + 1]

    def _joined(self, first: int, second: int) -> bool:
        """Whether only commas, "and" and the like stand between two arguments of one class."""
        one, other = self.arguments[first], self.arguments[second]
        between = self.spans[self.places[first] + 1 : self.places[second]]
        if _CLASSES[one.label] != _CLASSES[other.label]:
            return False
        if not 1 <= len(between) <= self.language.most_joining:
            return False
        return all(self.context.text[s:e].lower() in self.language.joining for s, e in between)
