"""Finds the entities that a sentence names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ...schema import Label, Mention
from ...schema.article import Language
from ..gazetteer import Gazetteer, load_gazetteer
from ..simplify import simplify
from .candidates import Candidate
from .known import Known, KnownNames
from .link import Found, Identity, abbreviation, identify, remember
from .policies import Statement, name_policy
from .sight import Sight, look
from .tag_features import featurize
from .tagger import Tagger, load_tagger

_RECALLED = (Label.FIRM, Label.MINE, Label.FACILITY)


class MentionFinder:
    """Gazetteer and tagger; give each article an :meth:`article` of its own.

    ``gazetteer`` and ``taggers`` are the package's own unless given.
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        taggers: Mapping[Language, Tagger] | None = None,
    ) -> None:
        self.gazetteer = gazetteer or load_gazetteer()
        self._taggers = taggers

    def tagger(self, lang: Language) -> Tagger:
        """The tagger of a language, loaded when first asked for."""
        return self._taggers[lang] if self._taggers else load_tagger(lang)

    def article(self) -> ArticleMentions:
        """A finder that remembers what the article has named so far."""
        return ArticleMentions(self)

    def find(self, text: str, lang: Language, published: dt.date | None = None) -> list[Mention]:
        """The mentions of one sentence on its own, in order, without overlaps."""
        return self.article().find(text, lang, published)


class ArticleMentions:
    """The mentions of an article, sentence by sentence in reading order."""

    def __init__(self, finder: MentionFinder) -> None:
        self._finder = finder
        self._names = KnownNames()
        self._ids: set[str] = set()

    def find(self, text: str, lang: Language, published: dt.date | None = None) -> list[Mention]:
        """The mentions of the next sentence; offsets are into ``text``, in either script."""
        simple = simplify(text)
        sight = look(simple, lang, self._finder.gazetteer, self._names, self._ids)
        tagged = self._finder.tagger(lang).tag(
            featurize(sight.words, sight.marks, sight.known, sight.clues)
        )
        spans: list[Found] = [
            (sight.offsets[s.start][0], sight.offsets[s.end - 1][1], s.label) for s in tagged
        ]
        spans = _with_recalled(spans, sight)
        identities = self._identities(simple, lang, published, sight, spans)
        for span, identity in identities:
            self._remember(simple, span, identity)
        return [_mention(text, span, identity) for span, identity in identities]

    def _identities(
        self, text: str, lang: Language, published: dt.date | None, sight: Sight,
        spans: Sequence[Found],
    ) -> list[tuple[Found, Identity]]:  # fmt: skip
        """Who each stretch is: the measures last, since they are named after the others."""
        gazetteer, candidates = self._finder.gazetteer, (*sight.listed, *sight.recalled)
        who = [(span, identify(gazetteer, candidates, text, span)) for span in spans]
        others = [
            Candidate(*span, identity.id, identity.name)
            for span, identity in who
            if identity and span[2] is not Label.POLICY
        ]
        statement = Statement(text, lang, published, others)
        return [
            (span, _measure(gazetteer, statement, span) if _unnamed(span, identity) else identity)
            for span, identity in who
            if identity
        ]

    def _remember(self, text: str, span: Found, identity: Identity) -> None:
        start, end, label = span
        self._ids.add(identity.id)
        known = Known(label, identity.id, identity.name)
        remember(self._names, text[start:end], known)
        short = abbreviation(text, start, end)
        if short:
            self._names.add(short, known)


def _with_recalled(spans: Sequence[Found], sight: Sight) -> list[Found]:
    """The stretches, corrected by the article's own names of firms and sites.

    A name that the article has explained keeps its label unless a table knows better; where no
    stretch stands, the name is one.
    """
    own = {(c.start, c.end): c.label for c in sight.recalled if c.label in _RECALLED}
    for c in sight.listed:
        own.pop((c.start, c.end), None)
    settled = [(start, end, own.get((start, end)) or label) for start, end, label in spans]
    missed = [
        (start, end, label)
        for (start, end), label in own.items()
        if label and all(e <= start or end <= s for s, e, _ in spans)
    ]
    return sorted([*settled, *missed])


def _unnamed(span: Found, identity: Identity) -> bool:
    return span[2] is Label.POLICY and identity.linked == "new"


def _measure(gazetteer: Gazetteer, statement: Statement, span: Found) -> Identity:
    return Identity(*name_policy(gazetteer, statement, span[0], span[1]), 0.7)


def _mention(text: str, span: Found, identity: Identity) -> Mention:
    start, end, label = span
    return Mention(
        text=text[start:end], label=label, id=identity.id, name=identity.name,
        start=start, end=end, linked=identity.linked, score=identity.score,
    )  # fmt: skip
