"""A sentence as a row of tokens in which every argument is one token.

The pattern voters read this row instead of the characters: a name of five words and a pronoun
look the same, and a pattern speaks of "a Firm, a verb, an Element".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...schema import Label, Mention
from ..context import Context

LETTERS: dict[Label, str] = {
    Label.COUNTRY: "C", Label.PLACE: "P", Label.AGENCY: "A", Label.FIRM: "F", Label.MINE: "M",
    Label.FACILITY: "Y", Label.ELEMENT: "E", Label.MATERIAL: "T", Label.PRODUCT: "D",
    Label.POLICY: "O",
}  # fmt: skip

_WORD = re.compile(r"['’]s\b|[A-Z](?:\.[A-Z])+\.?|\w+(?:[-,.&]\w+)*|[^\w\s]")
_DASHES = {"–": "-", "—": "-", "’": "'", "’s": "'s"}


@dataclass(slots=True)
class Token:
    """A word in lower case, a punctuation mark, or (``letter`` set) an argument."""

    text: str
    start: int
    end: int
    argument: Mention | None = None
    letter: str = ""

    @property
    def pronoun(self) -> bool:
        """Whether the argument is "it"."""
        argument = self.argument
        return argument is not None and argument.resolved and argument.text.lower() == "it"


class Skeleton:
    """The tokens of one sentence; ``masked`` is the row as text, an argument as ``<F3>``."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.tokens: list[Token] = []
        position = 0
        for argument in context.arguments:
            if argument.start < position:
                continue
            self._words(position, argument.start)
            self._argument(argument)
            position = argument.end
        self._words(position, len(self.text))

    def _words(self, start: int, end: int) -> None:
        for match in _WORD.finditer(self.text, start, end):
            word = match[0].lower()
            self.tokens.append(Token(_DASHES.get(word, word), *match.span()))

    def _argument(self, argument: Mention) -> None:
        letter = LETTERS[argument.label]
        self.tokens.append(Token("", argument.start, argument.end, argument, letter))

    @cached_property
    def masked(self) -> str:
        """The tokens joined by spaces, an argument as its letter and index: ``<F3> owns <M5>``.

        A pronoun stays a word, since what a phrase says of names does not hold of it.
        """
        return " ".join(
            f"<{token.letter}{index}>" if token.letter and not token.pronoun else token.text or "it"
            for index, token in enumerate(self.tokens)
        )

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of the labels that occur."""
        return frozenset(token.letter for token in self.tokens if token.letter)

    def between(self, first: int, last: int) -> str:
        """The sentence's text from one token to another, both included."""
        low, high = sorted((first, last))
        return self.text[self.tokens[low].start : self.tokens[high].end]
