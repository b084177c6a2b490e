"""The roles that the table of frames names, seen from the word that evokes a frame."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from .frames import Frame
from .sight import Sight

# The table's names of the roles, and the methods that find them.
ROLES = {
    "subject": "subject", "subject!": "surface", "object": "object", "before": "before",
    "first": "first", "actor": "actor", "copula": "copula", "appositive": "appositive",
    "self": "itself", "peer": "peer", "adjacent": "adjacent", "attached": "attached",
    "purpose": "purpose", "indirect": "indirect", "earlier": "earlier", "topic": "topic",
}  # fmt: skip


class TriggerRoles:
    """The roles around one trigger, for one frame; each gives the index of a token."""

    def __init__(self, sight: Sight, index: int, frame: Frame) -> None:
        self.sight, self.index, self.frame = sight, index, frame

    @cached_property
    def passive(self) -> bool:
        """Whether the trigger is a verb in the passive."""
        return self.frame.verb and self.sight.passive(self.index)

    def first_of(self, roles: Iterable[str], labels: str, avoid: int | None = None) -> int | None:
        """The argument in the first role that is filled."""
        for role in roles:
            found = self.role(role, labels)
            if found is not None and found != avoid:
                return found
        return None

    def role(self, name: str, labels: str) -> int | None:
        """The argument in one role, by the table's name for it; other names are prepositions."""
        if name in ROLES:
            found: int | None = getattr(self, ROLES[name])(labels)
            return found
        return self.sight.after(self.index, name.split("|"), labels)

    def subject(self, labels: str) -> int | None:
        """Who does it: the subject, or the agent of a passive."""
        if self.passive:
            return self.sight.after(self.index, ("by",), labels)
        return self.sight.subject(self.index, labels)

    def surface(self, labels: str) -> int | None:
        """The grammatical subject, whatever the voice."""
        return self.sight.subject(self.index, labels)

    def object(self, labels: str) -> int | None:
        """What is done to: the object, or the subject of a passive."""
        if self.passive:
            return self.sight.subject(self.index, labels)
        found = self.sight.object(self.index, labels)
        if found is None:
            subject = self.sight.subject(self.index, self.frame.subjects)
            found = None if subject is None else self.sight.relative_object(subject, labels)
        return found

    def before(self, labels: str) -> int | None:
        """What qualifies the noun: "China's dominance"."""
        return self.sight.before(self.index, labels)

    def first(self, labels: str) -> int | None:
        """The first party of the clause."""
        return self.sight.first(self.index - 1, labels)

    def actor(self, labels: str) -> int | None:
        """Whose measure the noun is."""
        found = self.before(labels)
        return found if found is not None else self.first(labels)

    def copula(self, labels: str) -> int | None:
        """In "X is the largest producer of", X."""
        edge = self._whole_phrase()
        return self.sight.subject(edge, labels) if self.sight.is_a(edge, "be") else None

    def appositive(self, labels: str) -> int | None:
        """In "X, the largest producer of" and "magnet maker X", X."""
        ahead = self.sight.tokens[self.index + 1 : self.index + 2]
        if ahead and ahead[0].letter and ahead[0].letter in labels:
            return self.index + 1
        edge = self._whole_phrase()
        return self.sight.apposed(edge, labels) if edge >= 0 else None

    def itself(self, labels: str) -> int | None:
        """The trigger, where it is an argument."""
        return self.index

    def attached(self, labels: str) -> int | None:
        """What a participle describes: "a plant, located in"."""
        return self.sight.attached(self.index, labels)

    def purpose(self, labels: str) -> int | None:
        """In "invest 520 million to complete the project", the project."""
        return self.sight.purpose(self.index, labels)

    def indirect(self, labels: str) -> int | None:
        """In "sells the company monazite", the company."""
        return self.sight.indirect(self.index, labels)

    def earlier(self, labels: str) -> int | None:
        """The nearest thing named before the trigger."""
        letters = [token.letter for token in self.sight.tokens[: self.index]]
        places = range(self.index - 1, -1, -1)
        return next((i for i in places if letters[i] and letters[i] in labels), None)

    def adjacent(self, labels: str) -> int | None:
        """The argument right behind the trigger: what a measure's name is about."""
        ahead = self.sight.tokens[self.index + 1 : self.index + 2]
        return self.index + 1 if ahead and ahead[0].letter and ahead[0].letter in labels else None

    def peer(self, labels: str) -> int | None:
        """Another member of the subject's list."""
        subject = self.first_of([r for r in self.frame.subject if r != "peer"], labels)
        if subject is None:
            return None
        return next((m for m in self.sight.members(subject) if m != subject), None)

    def topic(self, labels: str) -> int | None:
        """The article's topic, where the sentence names no thing itself."""
        return None if self.sight.skeleton.letters & {"E", "T"} else self.sight.topic(labels)

    def _whole_phrase(self) -> int:
        """The token before the noun phrase of the trigger, "one of the" included."""
        edge = self.sight.left_edge(self.index - 1)
        while edge >= 0 and self.sight.tokens[edge].text in ("of", "among"):
            edge = self.sight.left_edge(edge - 1)
        return edge
