"""A Chinese sentence as patterns see it: each argument is one letter that stands for its label.

Chinese is read over characters, without a word segmenter: clause marks, prepositions and the
particle 的 say who does what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ...schema import Label, Mention
from ..context import Context
from ..tables import table

LETTERS = {
    Label.COUNTRY: "C", Label.PLACE: "P", Label.AGENCY: "A", Label.FIRM: "F", Label.MINE: "M",
    Label.FACILITY: "Y", Label.ELEMENT: "E", Label.MATERIAL: "T", Label.PRODUCT: "D",
    Label.POLICY: "O",
}  # fmt: skip
_SIGNS = {letter: chr(0xE000 + i) for i, letter in enumerate(LETTERS.values())}
ANY_ARGUMENT = f"{_SIGNS['C']}-{_SIGNS['O']}"
MARKS = ",，;；。!?！？:：\n"
_CLAUSE = re.compile(f"[{MARKS}]")


def signs(letters: str) -> str:
    """The characters that stand for labels in a skeleton, for use in a character class."""
    return "".join(_SIGNS[letter] for letter in letters)


class ChineseSentence:
    """``skeleton`` is the sentence with a sign for each argument; ``at`` maps places to them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.arguments = _disjoint(context.arguments)
        self.at: dict[int, Mention] = {}
        parts: list[str] = []
        place, length = 0, 0
        for argument in self.arguments:
            length += argument.start - place
            self.at[length] = argument
            parts += (context.text[place : argument.start], _SIGNS[LETTERS[argument.label]])
            length += 1
            place = argument.end
        self.skeleton = "".join([*parts, context.text[place:]])

    @cached_property
    def letters(self) -> frozenset[str]:
        """The labels that occur."""
        return frozenset(LETTERS[argument.label] for argument in self.arguments)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """Start and end of the clauses in the skeleton."""
        ends = [m.start() for m in _CLAUSE.finditer(self.skeleton)] + [len(self.skeleton)]
        return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))

    def original(self, place: int) -> int:
        """The offset in the sentence's text of a place in the skeleton."""
        shift = sum(m.end - m.start - 1 for at, m in self.at.items() if at < place)
        return place + shift

    def inside(self, start: int, end: int) -> list[int]:
        """The places of the arguments between two places."""
        return [at for at in self.at if start <= at < end]


def _disjoint(arguments: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for argument in arguments:
        if argument.end > argument.start and (not kept or argument.start >= kept[-1].end):
            kept.append(argument)
    return kept


def words(name: str) -> str:
    """One of the word classes of ``chinese.yaml``, as a regular expression."""
    return str(table("chinese", "voters")["words"][name])
