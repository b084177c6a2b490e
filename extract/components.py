"""The two spaCy components: add them to any pipeline, read ``doc._.mentions`` and ``doc._.claims``.

::

    nlp = spacy.blank("en")
    nlp.add_pipe("monazite_mentions")
    nlp.add_pipe("monazite_relations")
    nlp("Lynas owns Mount Weld.")._.claims

A doc may carry what is known of its article (title, date, source) in ``doc._.article``, an
:class:`~monazite.schema.Article` whose text is the doc's. Where it carries none, the doc is an
article without a title. ``doc._.reading`` is all that was found, as :class:`ArticleClaims`.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..errors import MonaziteError
from ..schema import Article, Mention, Sentence, article_id
from ..schema import article as _article
from .article_claims import ArticleClaims, contexts, entities_of, find_claims, find_mentions
from .context import Voter
from .names.mentions import MentionFinder
from .sentences import split
from .voters import load_voters


class MissingComponent(MonaziteError):
    """The pipe ``monazite_relations`` stands in a pipeline without ``monazite_mentions``."""


@Language.factory("monazite_mentions")
def make_mentions(nlp: Language, name: str) -> MentionsComponent:
    """The component that finds the entities that a doc names."""
    return MentionsComponent(nlp.lang or "en")


@Language.factory("monazite_relations", default_config={"voters": None})
def make_relations(nlp: Language, name: str, voters: list[str] | None) -> RelationsComponent:
    """The component that finds the facts that a doc states; ``voters`` as named in ``VOTERS``."""
    return RelationsComponent(load_voters(voters))


class MentionsComponent:
    """Sets ``doc._.reading``: the doc's sentences, mentions and entities."""

    def __init__(self, lang: str) -> None:
        self._lang: _article.Language = "zh" if lang == "zh" else "en"
        self._finder = MentionFinder()
        _set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one doc."""
        article = doc._.article or _plain_article(doc, self._lang)
        sentences = split(article) if doc._.article else _doc_sentences(doc, article)
        mentions = find_mentions(article, sentences, self._finder)
        entities = entities_of(mentions, self._finder.gazetteer)
        doc._.reading = ArticleClaims(article, sentences, mentions, [], entities)
        return doc


class RelationsComponent:
    """Sets the claims of ``doc._.reading``, which the mentions component must have made."""

    def __init__(self, voters: list[Voter]) -> None:
        self._voters = voters
        _set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims of one doc."""
        reading: ArticleClaims | None = doc._.reading
        if reading is None:
            raise MissingComponent(
                "monazite_relations finds no mentions on the doc; add the pipe "
                "monazite_mentions before it."
            )
        seen = contexts(reading.article, reading.sentences, reading.mentions)
        reading.claims = find_claims(reading.article, seen, self._voters)
        return doc


def _plain_article(doc: Doc, lang: _article.Language) -> Article:
    return Article(id=article_id("", doc.text), title="", text=doc.text, lang=lang)


def _doc_sentences(doc: Doc, article: Article) -> list[Sentence]:
    """The doc's own sentences where something has set them, ours otherwise."""
    if not doc.has_annotation("SENT_START"):
        return split(article)
    return [_sentence(index, span, article) for index, span in enumerate(doc.sents, start=1)]


def _sentence(index: int, span: Span, article: Article) -> Sentence:
    text = span.text.rstrip()
    return Sentence(
        index=index, text=text, start=span.start_char, end=span.start_char + len(text),
        lang=article.lang,
    )  # fmt: skip


def _set_extensions() -> None:
    """Custom attributes of ``Doc``; set once, by the first component made."""
    if Doc.has_extension("reading"):
        return
    Doc.set_extension("article", default=None)
    Doc.set_extension("reading", default=None)
    Doc.set_extension("mentions", getter=_mentions)
    Doc.set_extension("claims", getter=lambda doc: doc._.reading.claims if doc._.reading else [])


def _mentions(doc: Doc) -> list[Mention]:
    """All mentions, their offsets moved from the sentence into the doc's text."""
    reading: ArticleClaims | None = doc._.reading
    pairs: Iterable[tuple[Sentence, list[Mention]]] = (
        zip(reading.sentences, reading.mentions, strict=True) if reading else ()
    )
    return [
        mention.model_copy(
            update={
                "start": sentence.start + mention.start,
                "end": sentence.start + mention.end,
            }
        )
        for sentence, found in pairs
        if sentence.kind != "title"
        for mention in found
    ]
