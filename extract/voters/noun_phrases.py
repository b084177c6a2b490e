"""The argument that a noun phrase is, or stands for."""

from __future__ import annotations

from .token_row import TokenRow
from .words import party, words

_REACH = 28


class NounPhrases(TokenRow):
    """Finds the argument in a noun phrase; steps over relative clauses and appositions."""

    def phrase(self, end: int, labels: str, depth: int = 0) -> int | None:
        """The argument that the noun phrase ending at ``end`` is, or stands for."""
        if end < 0 or depth > 5:
            return None
        token = self.tokens[end]
        if token.text in (",", ")"):
            return self._before_parenthesis(end, labels, depth)
        if token.pronoun:
            return end if token.letter in labels else None
        edge = self.left_edge(end)
        if edge == end:
            return None
        inside = [i for i in range(edge + 1, end + 1) if self.tokens[i].letter]
        found = self._head(inside, end, labels)
        governed = edge >= 0 and self.tokens[edge].text in words("prepositions")
        if governed:
            above = self.phrase(edge - 1, labels, depth + 1)
            if above is not None:
                return above
            if not self.stands(edge - 1) or found is None or self.tokens[found].letter != "C":
                return None
        if found is None or self.tokens[found].letter in "CP":
            apposed = self.apposed(edge, labels)
            return apposed if apposed is not None else found
        return found

    def stands(self, index: int) -> bool:
        """Whether a nationality can stand for the noun: "smelters", "carmakers" (ruling 8)."""
        return index >= 0 and bool(party().fullmatch(self.tokens[index].text))

    def _head(self, inside: list[int], end: int, labels: str) -> int | None:
        """Which of a noun phrase's arguments the phrase is about."""
        if not inside:
            return None
        if inside[-1] == end:
            return end if self.tokens[end].letter in labels else None
        head = self.tokens[end].text
        if head in words("strangers"):
            return None
        for index in reversed(inside):
            letter = self.tokens[index].letter
            if letter not in labels:
                continue
            if letter in "ETDO" or self.stands(end) or letter in "MY":
                return index
        return None

    def apposed(self, edge: int, labels: str) -> int | None:
        """In "Verdano, the lift maker" and the like, the name before the comma."""
        if edge < 1 or self.tokens[edge].text != ",":
            return None
        before = self.tokens[edge - 1]
        determined = edge + 1 < len(self.tokens) and self.is_a(edge + 1, "determiners")
        return edge - 1 if determined and before.letter and before.letter in labels else None

    def _before_parenthesis(self, end: int, labels: str, depth: int) -> int | None:
        opening = {",": ",", ")": "("}[self.tokens[end].text]
        for at in range(end - 1, max(-1, end - _REACH), -1):
            if self.tokens[at].text in (";", ":"):
                return None
            if self.tokens[at].text == opening and end - at > 1:
                return self.phrase(at - 1, labels, depth + 1)
        return None

    def before(self, noun: int, labels: str) -> int | None:
        """The argument that qualifies the noun from the left: "China's dominance"."""
        edge = self.left_edge(noun - 1) if noun else -1
        for index in range(edge + 1, noun):
            if self.tokens[index].letter and self.tokens[index].letter in labels:
                return index
        return None
