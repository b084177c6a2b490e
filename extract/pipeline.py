"""The extractor: articles in, sentences, mentions, entities and claims out.

It reads texts as they are; the spaCy components of :mod:`.components` do the same with a doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..schema import Article
from ..schema.ids import digest
from .article_claims import ArticleClaims, read_article
from .mentions import MentionFinder
from .voters import load_voters

_CODE = (".py", ".yaml", ".tsv", ".npz")


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
        return digest(_code_version(), ",".join(self._names or ["all"]), length=12)

    def extract(self, articles: Iterable[Article]) -> Iterator[ArticleClaims]:
        """What each article states, one at a time in the order of the articles."""
        for article in articles:
            yield read_article(article, self._finder, self._voters)


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
