"""``monazite build``: articles become claims, claims the graph."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .. import __version__
from ..claims import ClaimStore
from ..errors import ClaimStoreError, MonaziteError
from ..extract.pipeline import Extractor
from ..extract.read import Problem
from ..graph.build_rows import graph_rows
from ..graph.plan import Plan
from ..graph.rebuild import rebuild
from ..graph.settings import home_folder
from ..graph.store import open_store
from ..schema import Article
from .reading import Inputs, Progress, silent

CLAIMS_FILE = "claims.sqlite"
ARTICLES_A_TRANSACTION = 64


@dataclass(frozen=True)
class BuildReport:
    """What a build read, what is stored now, and what it changed in the graph.

    ``entries`` were read now, ``extracted`` of them were new. ``articles`` to ``facts`` are all
    that the claim store holds (``duplicates``: articles that tell another one's story); ``nodes``
    and ``relationships`` are all that the graph holds, and ``created``, ``changed`` and
    ``removed`` count both.
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
    seconds: float
    dry_run: bool = False
    problems: list[Problem] = field(default_factory=list)

    def lines(self) -> Iterator[tuple[str, object]]:
        """The report as pairs to print."""
        yield "read", f"{self.entries} entries, {self.extracted} of them new"
        one = self.duplicates == 1
        copies = f"({self.duplicates} {'is a copy' if one else 'are copies'} of another)"
        yield "articles", f"{self.articles}, telling {self.stories} stories {copies}"
        yield "claims", f"{self.claims:,} in {self.sentences:,} sentences"
        yield "facts", f"{self.facts:,}"
        yield "graph", f"{self.nodes:,} nodes, {self.relationships:,} relationships"
        yield ("would change" if self.dry_run else "changed"), self._change()
        yield "took", f"{self.seconds:.1f} s"

    def _change(self) -> str:
        if not (self.created or self.changed or self.removed):
            return "nothing"
        return f"{self.created:,} created, {self.changed:,} changed, {self.removed:,} removed"


def build(
    paths: Iterable[Path],
    home: Path | None = None,
    *,
    dry_run: bool = False,
    allow_shrink: bool = False,
    progress: Progress = silent,
) -> BuildReport:
    """Extract claims from the articles that are new, and bring the graph up to date.

    ``dry_run`` stores the claims but plans the graph's change only. Raises :class:`InputError`
    where not one article could be read, :class:`ClaimStoreError`, :class:`StoreError` and
    :class:`RebuildRefused`; what was stored before stays.
    """
    began = time.monotonic()
    named = [Path(path) for path in paths]
    inputs = Inputs(named, progress)
    with ClaimStore(home_folder(home) / CLAIMS_FILE) as claims:
        run = claims.start_run(map(str, named), {"monazite": __version__})
        try:
            extracted = _extract(inputs, claims)
            inputs.require_any()
            claims.join_stories()
            plan = _load(claims, home, dry_run, allow_shrink, progress)
        except MonaziteError:
            with suppress(ClaimStoreError):  # where the disk is full, that is what to tell
                claims.finish_run(run, "failed", {"entries": inputs.entries})
            raise
        report = BuildReport(
            entries=inputs.entries,
            extracted=extracted,
            **_stored(claims),
            **_planned(plan),
            seconds=round(time.monotonic() - began, 2),
            dry_run=dry_run,
            problems=inputs.problems,
        )
        outcome = "planned" if dry_run else "partly" if inputs.problems else "done"
        claims.finish_run(run, outcome, {"entries": report.entries, **_planned(plan)})
    return report


def _extract(inputs: Inputs, claims: ClaimStore) -> int:
    """Store the claims of the articles that the store does not know yet; how many those were."""
    extractor = Extractor()
    fresh = (a for a in inputs if not claims.known(a.id, extractor.version))
    count = 0
    while batch := _batch(fresh):
        with claims.batch():
            for found in extractor.extract(batch):
                claims.add(
                    found.article,
                    found.entities,
                    len(found.sentences),
                    found.claims,
                    extractor.version,
                )
        count += len(batch)
    return count


def _batch(articles: Iterator[Article]) -> list[Article]:
    return list(islice(articles, ARTICLES_A_TRANSACTION))


def _load(
    claims: ClaimStore, home: Path | None, dry_run: bool, allow_shrink: bool, progress: Progress
) -> Plan:
    rows = graph_rows(claims)
    with open_store(home, write=True) as store:
        return rebuild(
            store,
            rows.nodes,
            rows.edges,
            dry_run=dry_run,
            allow_shrink=allow_shrink,
            progress=lambda done, total: progress("writing the graph", done, total),
        )


def _stored(claims: ClaimStore) -> dict[str, int]:
    wanted = ("articles", "stories", "duplicates", "sentences", "claims", "facts")
    counts = claims.counts()
    return {name: counts[name] for name in wanted}


def _planned(plan: Plan) -> dict[str, int]:
    return {
        "nodes": sum(c.after for c in plan.nodes.values()),
        "relationships": sum(c.after for c in plan.edges.values()),
        "created": plan.created,
        "changed": plan.changed,
        "removed": plan.removed,
    }
