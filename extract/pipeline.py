"""The extractor: articles in, sentences, mentions, entities and claims out.

It reads texts as they are; the spaCy components of :mod:`.components` do the same with a doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..code_version import code_version
from ..schema import Article
from ..schema.ids import digest
from .article_claims import ArticleClaims, read_article
from .names.mentions import MentionFinder
from .voters import load_voters


class Extractor:
    """Finds what articles state.

    ``voters`` are names of :data:`~monazite.extract.voters.VOTERS`, all by default. An extractor
    holds the tables it reads by; make one and use it for everything.
    """

    def __init__(self, voters: list[str] | None = None) -> None:
        self._names = voters
        self._voters = load_voters(voters)

    @cached_property
    def _finder(self) -> MentionFinder:
        """Loads the names, which a build without new articles need not do."""
        return MentionFinder()

    @cached_property
    def version(self) -> str:
        """Changes whenever the code, a table or the choice of voters does."""
        code = code_version("monazite.extract", "monazite.schema")
        return digest(code, ",".join(self._names or ["all"]), length=12)

    def extract(self, articles: Iterable[Article]) -> Iterator[ArticleClaims]:
        """What each article states, one at a time in the order of the articles."""
        for article in articles:
            yield read_article(article, self._finder, self._voters)
