"""The extractor: articles in, sentences, mentions, entities and claims out.

It runs blank spaCy pipelines with the two components of :mod:`.components`, one a language, in
batches; an article's sentences may still be of either language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from typing import TYPE_CHECKING

from ..schema import Article
from ..schema.ids import digest
from .article_claims import ArticleClaims

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 64
_CODE = (".py", ".yaml", ".tsv", ".npz")


class Extractor:
    """Finds what articles state.

    ``voters`` are names of :data:`~monazite.extract.voters.VOTERS`, all by default. An extractor
    holds its pipelines; make one and use it for everything.
    """

    def __init__(self, voters: list[str] | None = None) -> None:
        self._voters = voters
        self._pipelines: dict[str, Language] = {}

    @property
    def version(self) -> str:
        """Changes whenever the code, a table or the choice of voters does."""
        return digest(_code_version(), ",".join(self._voters or ["all"]), length=12)

    def extract(self, articles: Iterable[Article]) -> Iterator[ArticleClaims]:
        """What each article states, in the order of the articles; memory stays flat."""
        source = iter(articles)
        while batch := list(islice(source, _BATCH)):
            found: dict[int, ArticleClaims] = {}
            for lang in ("en", "zh"):
                places = [i for i, article in enumerate(batch) if article.lang == lang]
                readings = self._read(lang, [batch[i] for i in places])
                found.update(zip(places, readings, strict=True))
            yield from (found[i] for i in range(len(batch)))

    def _read(self, lang: str, articles: list[Article]) -> list[ArticleClaims]:
        if not articles:
            return []
        nlp = self._pipeline(lang)
        # The words of these articles leave the vocabulary with the zone.
        with nlp.memory_zone():
            docs = nlp.pipe((_doc(nlp, article) for article in articles), batch_size=_BATCH)
            return [doc._.reading for doc in docs]

    def _pipeline(self, lang: str) -> Language:
        if lang not in self._pipelines:
            import spacy

            from . import components  # noqa: F401 - registers the factories

            nlp = spacy.blank(lang)
            nlp.add_pipe("monazite_mentions")
            nlp.add_pipe("monazite_relations", config={"voters": self._voters})
            self._pipelines[lang] = nlp
        return self._pipelines[lang]


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return doc


@cache
def _code_version() -> str:
    """A hash over the files of this room and of the schema."""
    root = files(__package__ or "monazite.extract")
    rooms = [root, files("monazite.schema")]
    return digest(*(item for room in rooms for item in _contents(room)))


def _contents(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _contents(entry)
        elif entry.name.endswith(_CODE):
            yield entry.name
            yield entry.read_bytes().hex()
