"""Finds the entities that a sentence names."""

from __future__ import annotations

import datetime as dt

from ..schema import Label, Mention, entity_id
from ..schema.article import Language
from .candidates import Candidate
from .gazetteer import Gazetteer, load_gazetteer
from .known import Known, KnownNames
from .link import remember, without_legal_form
from .sight import Sight, look
from .tagger import Tagger, load_tagger


class MentionFinder:
    """Gazetteer, rules and tagger; give each article its own :meth:`article`."""

    def __init__(self, gazetteer: Gazetteer | None = None, taggers: dict[Language, Tagger] | None = None) -> None:
        self.gazetteer = gazetteer or load_gazetteer()
        self.taggers = taggers

    def tagger(self, lang):
        return self.taggers[lang] if self.taggers else load_tagger(lang)

    def article(self) -> ArticleMentions:
        """A finder that remembers what the article has named so far."""
        return ArticleMentions(self)

    def find(
        self, text: str, lang: Language, published: dt.date | None = None
    ) -> list[Mention]:
        """The mentions of one sentence on its own, in order, without overlaps."""
        return self.article().find(text, lang, published)


class ArticleMentions:
    """The mentions of an article, sentence by sentence in reading order."""

    def __init__(self, finder: MentionFinder) -> None:
        self._finder = finder
        self._gazetteer = finder.gazetteer
        self._names = KnownNames()
        self._ids: set[str] = set()

    def find(
        self, text: str, lang: Language, published: dt.date | None = None
    ) -> list[Mention]:
        """The mentions of the next sentence; offsets are into ``text``."""
        sight = look(text, lang, self._gazetteer, self._names, self._ids)
        tagger = self._finder.tagger(lang)
        mentions = []
        for span in tagger.tag(sight.words, sight.marks, sight.known):
            start, end = sight.offsets[span.start][0], sight.offsets[span.end - 1][1]
            m = self._linked(sight, text, start, end, span.label)
            if m:
                mentions.append(m)
        for m in mentions:
            self._ids.add(m.id)
            remember(self._names, m.text, Known(m.label, m.id, m.name))
        return mentions

    def _linked(self, sight: Sight, text: str, start: int, end: int, label: Label) -> Mention | None:
        surface = text[start:end]
        def make(id_, name, linked, score):
            return Mention(text=surface, label=label, id=id_, name=name, start=start, end=end, linked=linked, score=score)
        for c in (*sight.listed, *sight.recalled):
            if (c.start, c.end, c.label) == (start, end, label):
                return make(c.id, c.name, "gazetteer", 1.0)
        names = [n for n in self._gazetteer.named(surface) if n.row.label is label]
        if not names:
            names=[n for n in self._gazetteer.named(without_legal_form(surface)) if n.row.label is label]
        if names:
            row=names[0].row
            return make(row.id, row.english[0] if row.english else row.key, "gazetteer", 1.0)
        if label in (Label.COUNTRY, Label.ELEMENT):
            for c in sight.listed:
                if c.label is label and c.start >= start and c.end <= end:
                    return make(c.id, c.name, "variant", .8)
            return None
        name = without_legal_form(surface) if label is Label.FIRM else surface
        return make(entity_id(label, name), name, "new", .7)
