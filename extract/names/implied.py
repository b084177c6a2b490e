"""What the name of a measure says without naming it again: whose it is, and what it is about.

"The April controls" of an article about China are China's; "its lithium export ban" is about
lithium. Both become arguments of no length beside the measure, so that voters read them as
"China's [controls]" and "[ban] lithium".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...schema import Label, Mention

_SCORE = 0.6
_ACTOR = Label.COUNTRY
_THINGS = (Label.ELEMENT, Label.MATERIAL)
_RESTRICTIVE = re.compile(
    r"ban\b|control|curb|restrict|quota|licen|tariff|dut(?:y|ies)|embargo|moratorium|permit|"
    r"禁|管制|限制|配额|许可|关税|出口"
)


@dataclass(slots=True)
class Implied:
    """The countries and things that an article has named so far, by their names."""

    actors: dict[str, Mention] = field(default_factory=dict)
    things: dict[str, Mention] = field(default_factory=dict)

    def note(self, mentions: Iterable[Mention]) -> None:
        """Remember the countries and things of a sentence."""
        for mention in mentions:
            known = self.actors if mention.label == _ACTOR else self.things
            if not mention.resolved and mention.label in (_ACTOR, *_THINGS):
                known.setdefault(mention.name.casefold(), mention)
                known.setdefault(mention.text.casefold(), mention)

    def arguments(self, mentions: list[Mention]) -> Iterator[Mention]:
        """Actors and things that the measures of a sentence imply and the sentence leaves out."""
        here = {mention.id for mention in mentions}
        for policy in mentions:
            if policy.label == Label.POLICY:
                yield from self._actors(policy, here)
                yield from self._things(policy, here)

    def _actors(self, policy: Mention, here: set[str]) -> Iterator[Mention]:
        name = policy.name.casefold()
        for actor in {m.id: m for k, m in self.actors.items() if _begins(name, k)}.values():
            if actor.id not in here:
                yield _beside(actor, policy.start)

    def _things(self, policy: Mention, here: set[str]) -> Iterator[Mention]:
        said = policy.text.casefold()
        if not _RESTRICTIVE.search(said):
            return
        for thing in {m.id: m for k, m in self.things.items() if k in said}.values():
            if thing.id not in here:
                yield _beside(thing, policy.end)


def _begins(name: str, country: str) -> bool:
    """Whether a measure's name begins with the country, alone or as one of two ("US-Japan")."""
    first, _, _ = name.partition(" ")
    return len(country) > 1 and (name.startswith(country + " ") or country in first.split("-"))


def _beside(mention: Mention, place: int) -> Mention:
    return mention.model_copy(
        update={"start": place, "end": place, "linked": "definite", "score": _SCORE}
    )
