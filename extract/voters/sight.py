"""A sentence with its roles, the article's topic among them, and the voice of its verbs."""

from __future__ import annotations

from functools import cached_property

from ...schema import Mention, relation_type
from .roles import Roles
from .skeleton import LETTERS
from .words import words

_TOPIC = -1


class Sight(Roles):
    """The roles of one sentence, with the article's topic as a possible end (index -1)."""

    def mention(self, index: int) -> Mention:
        """The argument of a token."""
        found = self.skeleton.context.topic if index == _TOPIC else self.tokens[index].argument
        if found is None:
            raise IndexError(f"token {index} is no argument.")
        return found

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of all possible ends."""
        topic = self.skeleton.context.topic
        return self.skeleton.letters | ({LETTERS[topic.label]} if topic else set())

    def members(self, index: int) -> list[int]:
        """The list that the argument stands in; the topic stands alone."""
        return [index] if index == _TOPIC else super().members(index)

    def topic(self, labels: str) -> int | None:
        """The article's topic where its label fits."""
        topic = self.skeleton.context.topic
        return _TOPIC if topic and LETTERS[topic.label] in labels else None

    def is_verb(self, index: int) -> bool:
        """Whether the word, by what stands before it, is used as a verb here."""
        if index == 0:
            return True
        before, word = self.tokens[index - 1], self.tokens[index].text
        if word in ("has", "have", "had", "having") and self._auxiliary(index):
            return False
        if before.letter:
            return True
        if before.text in words("determiners") or before.text == "'s":
            return False
        return not (
            before.text in words("prepositions")
            and before.text != "to"
            and not word.endswith("ing")
        )

    def _auxiliary(self, index: int) -> bool:
        """Whether a form of "have" only helps the verb that follows."""
        at = index + 1
        while self.is_a(at, "adverbs", "negations"):
            at += 1
        ahead = self.tokens[at].text if at < len(self.tokens) else ""
        return ahead.endswith("ed") or ahead in words("participles") or ahead == "to"

    def passive(self, index: int) -> bool:
        """Whether the verb is a passive: a participle after a form of "be" or before "by"."""
        word = self.tokens[index].text
        if word.endswith("ing"):
            return False
        ahead = [token.text for token in self.tokens[index + 1 : index + 3]]
        if ahead[:1] == ["by"] or (ahead[1:] == ["by"] and ahead[0].endswith("ly")):
            return True
        at = index - 1
        while at >= 0 and (self.is_a(at, "adverbs") or self.tokens[at].text.endswith("ly")):
            at -= 1
        return self.is_a(at, "be") and self.tokens[at].text != "'s"

    def phrase_subject(self, role: str, index: int, relation: str) -> int | None:
        """The end that a phrase names by role: the clause's first party, or the next product."""
        labels = "".join(LETTERS[label] for label in relation_type(relation).subjects)
        if role == "first":
            return self.first(index - 1, labels)
        after = range(self.members(index)[-1] + 1, len(self.tokens))
        return next((i for i in after if self.tokens[i].letter in ("D", "T")), None)
