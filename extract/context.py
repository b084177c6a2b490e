"""What a voter sees, and what it says: the one interface between sentences and voters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..schema import Mention, Sentence
from ..schema.article import Language


@dataclass(slots=True)
class Context:
    """One sentence with everything known about it when the voters look.

    ``text`` is the sentence in simplified characters, of the same length as ``sentence.text``, so
    that offsets agree. ``mentions`` stand in order of ``start`` and do not overlap. ``definites``
    are arguments that stand for an entity named earlier ("the company", "该矿"). ``topic`` is the
    article's main thing, the default object of "exports" or "the restrictions" (its offsets are
    0, 0).
    """

    sentence: Sentence
    text: str
    mentions: list[Mention]
    definites: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    published: dt.date | None = None

    @property
    def arguments(self) -> list[Mention]:
        """Mentions and definites together, in order of ``start``."""
        return sorted([*self.mentions, *self.definites], key=lambda m: (m.start, m.end))


@dataclass(frozen=True, slots=True)
class Vote:
    """A voter's word that the sentence states a fact.

    ``trigger`` are the offsets of the words that say so: negation and qualifiers are looked for
    around them. ``score`` is the voter's own, between 0 and 1. ``qualifiers`` are only what the
    voter itself saw; others are added after the vote.
    """

    voter: str
    subject: Mention
    relation: str
    object: Mention
    trigger: tuple[int, int]
    score: float = 1.0
    qualifiers: Mapping[str, Any] = field(default_factory=dict)


class Voter(Protocol):
    """One way of seeing facts in a sentence."""

    name: str
    languages: frozenset[Language]

    def votes(self, context: Context) -> Iterable[Vote]:
        """The facts that this voter sees in the sentence, signatures respected."""
        ...
