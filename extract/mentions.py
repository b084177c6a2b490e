"""Finds the entities that a sentence names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..schema import Label, Mention
from ..schema.article import Language
from .candidates import Candidate, longest
from .choose import Surroundings, choose
from .gazetteer import Gazetteer, Hit, Name, load_gazetteer


class MentionFinder:
    """Gazetteer and rules for unseen names; give each article its own :meth:`article`."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or load_gazetteer()

    def article(self) -> ArticleMentions:
        """A finder that remembers what the article has named so far."""
        return ArticleMentions(self.gazetteer)

    def find(
        self, text: str, lang: Language, published: dt.date | None = None
    ) -> list[Mention]:
        """The mentions of one sentence on its own, in order, without overlaps."""
        return self.article().find(text, lang, published)


class ArticleMentions:
    """The mentions of an article, sentence by sentence in reading order."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: set[str] = set()

    def find(
        self, text: str, lang: Language, published: dt.date | None = None
    ) -> list[Mention]:
        """The mentions of the next sentence; offsets are into ``text``."""
        found = longest(self._listed(text, lang), len(text))
        mentions = [_mention(text, c) for c in found]
        self._known.update(m.id for m in mentions)
        return mentions

    def _listed(self, text: str, lang: Language) -> Iterator[Candidate]:
        for hit in self._gazetteer.find(text):
            if not hit.names:
                yield Candidate(hit.start, hit.end, None, "")
                continue
            around = Surroundings.of(text, hit.start, hit.end, lang)
            name = choose(hit, around, self._known)
            if name is not None:
                yield _listed_candidate(hit, name)


def _listed_candidate(hit: Hit, name: Name) -> Candidate:
    row = name.row
    return Candidate(hit.start, hit.end, Label(row.label), row.entity().name, row.id)


def _mention(text: str, c: Candidate) -> Mention:
    if c.label is None or c.id is None:
        raise AssertionError("only linked candidates become mentions")
    return Mention(
        text=text[c.start : c.end], label=c.label, id=c.id, name=c.name,
        start=c.start, end=c.end, linked=c.linked, score=c.score,
    )  # fmt: skip
