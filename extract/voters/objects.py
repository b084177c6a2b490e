"""Objects and prepositional phrases: what stands right of a verb or noun."""

from __future__ import annotations

from collections.abc import Iterable

from .noun_phrases import NounPhrases
from .words import words

_REACH = 28


class Objects(NounPhrases):
    """What is done to, with, for and from."""

    def object(self, start: int, labels: str, through: Iterable[str] = ("of",)) -> int | None:
        """The first fitting argument right of ``start``, before another phrase or clause begins."""
        passed = False
        for at in range(start + 1, min(len(self.tokens), start + _REACH)):
            token = self.tokens[at]
            if token.letter:
                if token.letter in labels and not self._modifies(at, labels):
                    return at
                passed = True
                continue
            if token.text in through or self._hedges(at) or self._exemplifies(at):
                continue
            if token.text == "in" and self.stands(at - 1) and "C" in labels:
                continue
            if self._closes(at) and (passed or token.text not in ("and", "or")):
                return None
        return None

    def _exemplifies(self, at: int) -> bool:
        """Whether the token belongs to ", such as", ", including" and the like."""
        text = self.tokens[at].text
        if text == "as":
            return self.tokens[at - 1].text == "such"
        return self.is_a(at + 1 if text == "," else at, "examples")

    def _closes(self, at: int) -> bool:
        text = self.tokens[at].text
        if text in ("'s", "'"):
            return False
        return (
            (
                text in (",", "(", ")", ";", ":", "and", "or", "-", ".")
                and not (text == "-" and at + 1 < len(self.tokens))
            )
            or text in words("prepositions", "boundaries")
            or text in ("to", "is", "are", "was", "were", "has", "have", "had", "will")
        )

    def _hedges(self, at: int) -> bool:
        """Whether the word belongs to a number: "over 80 %", "close to half"."""
        text = self.tokens[at].text
        if text == "to":
            return self.tokens[at - 1].text in ("close", "up", "near", "equal")
        ahead = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        number = ahead[:1].isdigit() or ahead in words("numbers")
        return number and text in ("over", "about", "around", "under", "between", "near")

    def _modifies(self, at: int, labels: str) -> bool:
        """Whether the argument only qualifies a later fitting one ("Chile's SQM")."""
        token = self.tokens[at]
        if token.letter not in "CP":
            return False
        for ahead in range(at + 1, min(len(self.tokens), at + 5)):
            if self.ends_phrase(ahead):
                return False
            if self.tokens[ahead].letter and self.tokens[ahead].letter in labels:
                return True
        return False

    def after(self, start: int, prepositions: Iterable[str], labels: str) -> int | None:
        """The argument of the first fitting prepositional phrase right of ``start``."""
        wanted = frozenset(prepositions)
        for at in range(start + 1, min(len(self.tokens), start + _REACH)):
            text = self.tokens[at].text
            if text in wanted and not self.infinitive(at):
                found = self.object(at, labels)
                if found is not None:
                    return found
            elif self.is_a(at, "boundaries") or self.infinitive(at):
                return None
        return None

    def purpose(self, start: int, labels: str) -> int | None:
        """In "invest 520 million to complete the project", the project."""
        for at in range(start + 1, min(len(self.tokens) - 1, start + _REACH)):
            if self.infinitive(at):
                found = self.object(at + 1, labels)
                return found if found is not None else self.after(at + 1, ("at",), labels)
            if self.is_a(at, "boundaries"):
                return None
        return None

    def indirect(self, verb: int, labels: str) -> int | None:
        """In "sells the company monazite", the company."""
        for at in range(verb + 1, min(len(self.tokens), verb + 3)):
            if self.tokens[at].letter:
                fits = self.tokens[at].letter in labels and not self.possessor(at)
                return at if fits and not self._modifies(at, labels) else None
        return None
