"""The claim store: the truth that the graph is a view of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ..closing import Closing
from ..schema import Article, Claim, Entity
from . import reading, runs, stories, writing
from .connection import connect, errors_of, transaction
from .runs import Run

_Row = TypeVar("_Row")


class ClaimStore(Closing):
    """Articles, stories, entities, claims and runs in one SQLite file; a context manager.

    The file and its folder are made where there are none. Every method raises
    :class:`~monazite.errors.ClaimStoreError` where the file cannot be read or written (disk full,
    locked for longer than ``wait_s`` seconds, damaged, of a newer version); what was stored before
    stays. Methods that give an iterator stream: memory does not grow with the store.
    """

    def __init__(self, path: Path | str, *, wait_s: float = 10.0) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, wait_s)

    def close(self) -> None:
        """Closes the file; the store cannot be used afterwards."""
        with errors_of(self.path):
            self._connection.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is added inside is stored together at the end, or none of it."""
        with transaction(self._connection, self.path):
            before = self._connection.total_changes
            yield
            if self._connection.total_changes != before:
                with errors_of(self.path):
                    self._connection.execute("UPDATE content SET token = hex(randomblob(16))")

    def known(self, article_id: str, extractor: str) -> bool:
        """Whether the article was stored with the claims of this version of the extractor."""
        with errors_of(self.path):
            row = self._connection.execute(
                "SELECT 1 FROM articles WHERE extractor = ? AND (id = ? OR number = "
                "(SELECT article FROM versions WHERE id = ?))",
                (extractor, article_id, article_id),
            ).fetchone()
            return row is not None

    def add(
        self,
        article: Article,
        entities: Iterable[Entity],
        sentences: int,
        claims: Iterable[Claim],
        extractor: str,
    ) -> None:
        """Stores an article with its entities, its claims and the number of its sentences.

        What an earlier version of the extractor found in it is replaced. An article that is
        stored at another length already (same title, source and date) is kept once, at the
        greater length.
        """
        with self.batch(), errors_of(self.path):
            writing.put(self._connection, article, entities, sentences, claims, extractor)

    def join_stories(self) -> int:
        """Joins near-duplicates among the articles not compared yet; the number of duplicates."""
        with self.batch(), errors_of(self.path):
            stories.join_stories(self._connection)
        return self.counts()["duplicates"]

    def story(self, article_id: str) -> str | None:
        """The story of an article: the smallest article id in it; ``None`` if not stored."""
        with errors_of(self.path):
            row = self._connection.execute(
                "SELECT story FROM articles WHERE id = ? OR number = "
                "(SELECT article FROM versions WHERE id = ?)",
                (article_id, article_id),
            ).fetchone()
            return str(row[0]) if row else None

    def source(self, article_id: str) -> str | None:
        """Who printed a stored article; ``None`` where that is not known."""
        with errors_of(self.path):
            query = "SELECT source FROM articles WHERE id = ?"
            row = self._connection.execute(query, (article_id,)).fetchone()
            return row[0] if row else None

    def claims_by_fact(self) -> Iterator[tuple[Claim, str]]:
        """Each claim and its story, in order of fact uid, date of publication and claim id."""
        return self._guarded(reading.claims_by_fact(self._connection))

    def articles(self) -> Iterator[Article]:
        """Each article, in order of id."""
        return self._guarded(reading.articles(self._connection))

    def entities(self) -> Iterator[Entity]:
        """Each entity that a stored article mentions, in order of id."""
        return self._guarded(reading.entities(self._connection))

    def token(self) -> str:
        """Names what the store holds, runs apart: equal tokens, equal content."""
        with errors_of(self.path):
            return str(self._connection.execute("SELECT token FROM content").fetchone()[0])

    def counts(self) -> dict[str, int]:
        """How much there is: articles, stories, duplicates, sentences, entities, claims, facts."""
        with errors_of(self.path):
            return reading.counts(self._connection)

    def start_run(self, inputs: Iterable[str], versions: Mapping[str, str]) -> int:
        """Notes that a build of these inputs began; gives the number to finish it with."""
        with transaction(self._connection, self.path), errors_of(self.path):
            return runs.start(self._connection, inputs, versions)

    def finish_run(self, number: int, outcome: str, counts: Mapping[str, int]) -> None:
        """Notes how a build ended: "done", "partly", "failed"."""
        with transaction(self._connection, self.path), errors_of(self.path):
            runs.finish(self._connection, number, outcome, counts)

    def runs(self) -> list[Run]:
        """All builds, the first one first."""
        with errors_of(self.path):
            return runs.runs(self._connection)

    def _guarded(self, rows: Iterator[_Row]) -> Iterator[_Row]:
        with errors_of(self.path):
            yield from rows
