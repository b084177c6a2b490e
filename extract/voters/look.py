"""What a frame sees from the word that evokes it: roles, the voice, words near by."""

from __future__ import annotations

from ..lowercase import lowercase
from .frames import condition_named
from .trigger_roles import TriggerRoles

_AROUND = 5


class Look(TriggerRoles):
    """The roles around one trigger, and whether the frame's conditions hold there."""

    def voiced(self, voice: str) -> bool:
        """Whether the verb stands in the voice that the frame wants."""
        word = self.sight.tokens[self.index].text
        return self.passive or (voice == "participle" and not word.endswith(("ing", "s")))

    def extras(self) -> dict[str, str]:
        """Qualifiers that are entities: the material supplied, the country hit."""
        letters = {"material": "ET", "about": "ET", "target": "C"}
        found = {k: self.first_of(roles, letters[k]) for k, roles in self.frame.extras.items()}
        return {k: self.sight.mention(v).id for k, v in found.items() if v is not None}

    def window(self, object_: int) -> str:
        """The words from shortly before the trigger to shortly after the object, in lower case."""
        ends = (self.index, *([] if object_ < 0 else self.sight.members(object_)))
        last = len(self.sight.tokens) - 1
        first, last = max(0, min(ends) - _AROUND), min(last, max(ends) + _AROUND)
        return lowercase(self.sight.skeleton.between(first, last))

    def holds(self, object_: int) -> bool:
        """Whether what must stand near by does, and what must not does not."""
        text = self.window(object_)
        trigger = lowercase(self.sight.skeleton.between(self.index, self.index))
        if self.frame.word and not self.frame.word.search(trigger):
            return False
        return all(p.search(text) for p in self.frame.needs) and not any(
            p.search(text) for p in self.frame.unless
        )

    def near(self, condition: str, object_: int) -> bool:
        """Whether a named condition of the table holds near by."""
        return bool(condition_named(condition).search(self.window(object_)))
