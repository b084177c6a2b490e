"""Lists: "A, B and C", "90 % of A and 80 % of B"."""

from __future__ import annotations

from .skeleton import Skeleton
from .token_row import TokenRow

_CLASSES = {
    **dict.fromkeys("CAF", "party"), **dict.fromkeys("ETD", "thing"), **dict.fromkeys("MY", "site"),
    "P": "place", "O": "policy",
}  # fmt: skip


class Lists(TokenRow):
    """The lists that arguments stand in."""

    def __init__(self, skeleton: Skeleton) -> None:
        super().__init__(skeleton)
        self._lists: dict[int, list[int]] = {}

    def members(self, index: int) -> list[int]:
        """The list that the argument stands in: "A, B and C" for any of the three."""
        if index not in self._lists:
            chain = [index]
            while (following := self._next(chain[-1])) is not None:
                chain.append(following)
            while (previous := self._previous(chain[0])) is not None:
                chain.insert(0, previous)
            if len(chain) > 1 and not self._joined(chain):
                chain = [index]
            for member in chain:
                self._lists[member] = chain
        return self._lists[index]

    def _joined(self, chain: list[int]) -> bool:
        """Whether a conjunction, not only commas, holds the list together."""
        inner = range(chain[0], chain[-1])
        return any(self.is_a(i, "conjunctions") for i in inner)

    def _next(self, index: int) -> int | None:
        at, joined = index + 1, False
        while at < len(self.tokens) and (self.tokens[at].text == "," or self._listing(at)):
            joined, at = True, at + 1
        if not joined:
            return None
        at = self._past_number(at)
        for ahead in range(at, min(len(self.tokens), at + 5)):
            token = self.tokens[ahead]
            if token.letter:
                if self._same(index, ahead):
                    return ahead
                if token.letter not in "CP":
                    return None
            elif self.ends_phrase(ahead) or (token.text.endswith("s") and ahead > at + 2):
                return None
        return None

    def _past_number(self, at: int) -> int:
        """Past a share in front of a list's next member: "90 % of"."""
        ahead = at
        while ahead < len(self.tokens) and (
            self.tokens[ahead].text[:1].isdigit()
            or self.tokens[ahead].text in ("%", "percent", "per", "cent", "more", "than", "over")
            or self.is_a(ahead, "numbers")
        ):
            ahead += 1
        counted = ahead > at and ahead < len(self.tokens) and self.tokens[ahead].text == "of"
        return ahead + 1 if counted else at

    def _previous(self, index: int) -> int | None:
        for at in range(index - 1, max(-1, index - 12), -1):
            if self.tokens[at].letter and self._next(at) == index:
                return at
        return None

    def _listing(self, at: int) -> bool:
        return self.tokens[at].text in ("and", "or", "&", "/", "plus", "as", "well", "both")

    def _same(self, one: int, other: int) -> bool:
        if _CLASSES[self.tokens[one].letter] != _CLASSES[self.tokens[other].letter]:
            return False
        return not (self.possessor(other) and not self.possessor(one))
