"""Which tokens of English begin and end a noun phrase."""

from __future__ import annotations

import re

from .frames import verbs
from .skeleton import Skeleton
from .words import words

_PHRASE_ENDS = ("prepositions", "conjunctions", "auxiliaries", "relatives", "boundaries")
_YEAR = re.compile("(?:19|20)\\d\\d")


class TokenRow:
    """The tokens of one sentence, and where its noun phrases end.

    Indices are those of tokens; what is not there is ``None``, or -1 for the sentence's start.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.tokens = skeleton.tokens

    def is_a(self, index: int, *kinds: str) -> bool:
        """Whether the token is of one of these word classes of ``words_en.yaml``."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text in words(*kinds)

    def ends_phrase(self, index: int) -> bool:
        """Whether a noun phrase cannot reach past this token."""
        token = self.tokens[index]
        if token.letter or token.text == "'s":
            return False
        return (
            not token.text[:1].isalnum()
            or token.text in words(*_PHRASE_ENDS)
            or self._finite(index)
            or self._dates(index)
        ) and token.text not in "-$%'"

    def _dates(self, index: int) -> bool:
        """Whether the token belongs to a date, which no noun phrase reaches across."""
        text = self.tokens[index].text
        if text.isdigit():
            return _YEAR.fullmatch(text) is not None or (index > 0 and self._dates(index - 1))
        return text in words("calendar")

    def _finite(self, index: int) -> bool:
        """Whether the token is a verb that ends the noun phrase before it: "Taboca works"."""
        text = self.tokens[index].text
        if index == 0 or text not in verbs("en") or text.endswith("ing") or text == "fund":
            return False
        before = self.tokens[index - 1]
        if before.letter in ("E", "T") and text.endswith("s"):
            return False
        ahead = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if ahead != "to" and ahead in words("prepositions"):
            return text.endswith("ed") and bool(before.letter)
        return bool(before.letter) or self.is_a(index - 1, "adverbs")

    def left_edge(self, index: int) -> int:
        """The token before the noun phrase that ends at ``index`` (-1 at the sentence's start)."""
        at = index
        while at >= 0 and not self.ends_phrase(at):
            if self.is_a(at, "articles"):
                return at - 1
            at -= 1
        return at

    def possessor(self, index: int) -> bool:
        """Whether the argument is followed by 's or an apostrophe."""
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        return after in ("'s", "'")

    def infinitive(self, at: int) -> bool:
        """Whether the token is the "to" of an infinitive."""
        if self.tokens[at].text != "to" or at + 1 == len(self.tokens):
            return False
        return self.tokens[at + 1].text in verbs("en")
