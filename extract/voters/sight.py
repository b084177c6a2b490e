"""What a frame sees from its trigger: roles by name, conditions near by, qualifiers of roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from ...schema import Mention, relation_type
from .frames import Frame, condition_named
from .roles import Roles
from .skeleton import LETTERS, Skeleton
from .words import words

_TOPIC = -1
_AROUND = 5


class Sight(Roles):
    """The roles of one sentence, with the article's topic as a possible end (index -1)."""

    def at(self, index: int, frame: Frame) -> Look:
        """What the frame sees from the token that evokes it."""
        return Look(self, index, frame)

    def mention(self, index: int) -> Mention:
        """The argument of a token."""
        found = self.skeleton.context.topic if index == _TOPIC else self.tokens[index].argument
        if found is None:
            raise IndexError(f"token {index} is no argument.")
        return found

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
        while self._is(at, "adverbs") or self._is(at, "negations"):
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
        while at >= 0 and (self._is(at, "adverbs") or self.tokens[at].text.endswith("ly")):
            at -= 1
        return self._is(at, "be") and self.tokens[at].text != "'s"

    def phrase_subject(self, role: str, index: int, relation: str) -> int | None:
        """The end that a phrase names by role: the clause's first party, or the next product."""
        labels = "".join(LETTERS[label] for label in relation_type(relation).subjects)
        if role == "first":
            return self.first(index - 1, labels)
        after = range(self.members(index)[-1] + 1, len(self.tokens))
        return next((i for i in after if self.tokens[i].letter in ("D", "T")), None)


class Look:
    """The roles around one trigger, for one frame."""

    def __init__(self, sight: Sight, index: int, frame: Frame) -> None:
        self.sight, self.index, self.frame = sight, index, frame

    @cached_property
    def passive(self) -> bool:
        """Whether the trigger is a verb in the passive."""
        return self.frame.verb and self.sight.passive(self.index)

    def voiced(self, voice: str) -> bool:
        """Whether the verb stands in the voice that the frame wants."""
        word = self.sight.tokens[self.index].text
        return self.passive or (voice == "participle" and not word.endswith(("ing", "s")))

    def first_of(self, roles: Iterable[str], labels: str, avoid: int | None = None) -> int | None:
        """The argument in the first role that is filled."""
        for role in roles:
            found = _ROLES.get(role, _phrase(role))(self, labels)
            if found is not None and found != avoid:
                return found
        return None

    def extras(self) -> dict[str, str]:
        """Qualifiers that are entities: the material supplied, the country hit."""
        letters = {"material": "ET", "about": "ET", "target": "C"}
        found = {k: self.first_of(roles, letters[k]) for k, roles in self.frame.extras.items()}
        return {k: self.sight.mention(v).id for k, v in found.items() if v is not None}

    def window(self, object_: int) -> str:
        """The text from shortly before the trigger to shortly after the object."""
        ends = (self.index, *([] if object_ < 0 else self.sight.members(object_)))
        last = len(self.sight.tokens) - 1
        return self.sight.skeleton.between(
            max(0, min(ends) - _AROUND), min(last, max(ends) + _AROUND)
        )

    def holds(self, object_: int) -> bool:
        """Whether what must stand near by does, and what must not does not."""
        text = self.window(object_)
        trigger = self.sight.skeleton.between(self.index, self.index)
        if self.frame.word and not self.frame.word.search(trigger):
            return False
        return all(p.search(text) for p in self.frame.needs) and not any(
            p.search(text) for p in self.frame.unless
        )

    def near(self, condition: str, object_: int) -> bool:
        """Whether a named condition of the table holds near by."""
        return bool(condition_named(condition).search(self.window(object_)))

    # -- roles -------------------------------------------------------------------------------

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
        edge = self.sight.left_edge(self.index - 1)
        while edge >= 0 and self.sight.tokens[edge].text in ("of", "among"):
            edge = self.sight.left_edge(edge - 1)
        return self.sight.subject(edge, labels) if self.sight._is(edge, "be") else None

    def appositive(self, labels: str) -> int | None:
        """In "X, the largest producer of" and "magnet maker X", X."""
        ahead = self.sight.tokens[self.index + 1 : self.index + 2]
        if ahead and ahead[0].letter and ahead[0].letter in labels:
            return self.index + 1
        edge = self.sight.left_edge(self.index - 1)
        while edge >= 0 and self.sight.tokens[edge].text in ("of", "among"):
            edge = self.sight.left_edge(edge - 1)
        return self.sight._apposed(edge, labels) if edge >= 0 else None

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
        places = range(self.index - 1, -1, -1)
        return next((i for i in places if self.sight.tokens[i].letter and self.sight.tokens[i].letter in labels), None)

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


_Role = Callable[[Look, str], int | None]
_ROLES: dict[str, _Role] = {
    "subject": Look.subject, "subject!": Look.surface, "object": Look.object,
    "before": Look.before, "first": Look.first, "actor": Look.actor, "copula": Look.copula,
    "appositive": Look.appositive, "self": Look.itself, "peer": Look.peer, "adjacent": Look.adjacent,
    "attached": Look.attached, "purpose": Look.purpose, "indirect": Look.indirect,
    "earlier": Look.earlier, "topic": Look.topic,
}  # fmt: skip


def _phrase(role: str) -> _Role:
    prepositions = role.split("|")
    return lambda look, labels: look.sight.after(look.index, prepositions, labels)
