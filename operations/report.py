"""What a build read, what is stored now, and what it changed in the graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..claims import ClaimStore
from ..extract.read import Problem
from ..graph.plan import Plan

_STORED = ("articles", "stories", "duplicates", "sentences", "claims", "facts")


@dataclass(frozen=True)
class BuildReport:
    """``entries`` were read now, ``extracted`` of them were new.

    ``articles`` to ``facts`` are all that the claim store holds (``duplicates``: articles that
    tell another one's story); ``nodes`` and ``relationships`` are all that the graph holds,
    ``created``, ``changed`` and ``removed`` count both. ``foreign_nodes`` in the database are
    somebody else's and were left alone.
    """

    entries: int
    extracted: int
    articles: int
    stories: int
    duplicates: int
    sentences: int
    claims: int
    facts: int
    nodes: int
    relationships: int
    created: int
    changed: int
    removed: int
    foreign_nodes: int
    seconds: float
    dry_run: bool = False
    problems: list[Problem] = field(default_factory=list)

    def lines(self) -> Iterator[tuple[str, object]]:
        """The report as pairs to print."""
        yield "read", f"{self.entries} entries, {self.extracted} of them new"
        are = "is a copy" if self.duplicates == 1 else "are copies"
        copies = f"({self.duplicates} {are} of another)"
        yield "articles", f"{self.articles}, telling {self.stories} stories {copies}"
        yield "claims", f"{self.claims:,} in {self.sentences:,} sentences"
        yield "facts", f"{self.facts:,}"
        yield "graph", f"{self.nodes:,} nodes, {self.relationships:,} relationships"
        if self.foreign_nodes:
            yield "left alone", f"{self.foreign_nodes:,} nodes of others"
        yield ("would change" if self.dry_run else "changed"), self._change()
        yield "took", f"{self.seconds:.1f} s"

    def _change(self) -> str:
        if not (self.created or self.changed or self.removed):
            return "nothing"
        return f"{self.created:,} created, {self.changed:,} changed, {self.removed:,} removed"


def stored_counts(claims: ClaimStore) -> dict[str, int]:
    """The report's fields that count what the claim store holds."""
    counts = claims.counts()
    return {name: counts[name] for name in _STORED}


def planned_counts(plan: Plan) -> dict[str, int]:
    """The report's fields that count what the plan did, and what the graph holds now."""
    return {
        **plan.sizes(),
        "created": plan.created,
        "changed": plan.changed,
        "removed": plan.removed,
        "foreign_nodes": plan.foreign_nodes,
    }
