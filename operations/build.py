"""``monazite build`` and ``monazite rebuild``: articles become claims, claims the graph."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .. import __version__
from ..batches import batches
from ..claims import ClaimStore
from ..errors import ClaimStoreError
from ..extract.pipeline import Extractor
from ..graph.settings import home_folder
from .load import Load, load_graph
from .load_settings import load_settings
from .reading import Inputs, Progress, silent
from .report import BuildReport, planned_counts, stored_counts

CLAIMS_FILE = "claims.sqlite"
ARTICLES_A_TRANSACTION = 64


def build(
    paths: Iterable[Path],
    home: Path | None = None,
    load: Load | None = None,
    *,
    progress: Progress = silent,
) -> BuildReport:
    """Extract claims from the articles that are new, and bring the graph up to date.

    Without any path the graph is built from the claims that are stored. ``load`` says how the
    graph is written, by default as the environment says; its ``dry_run`` stores the claims but
    plans the graph's change only. Raises :class:`InputError` where not one article could be read,
    :class:`ClaimStoreError`, :class:`StoreError`, :class:`RebuildRefused` and
    :class:`RebuildBusy`; what was stored before stays.
    """
    began = time.monotonic()
    load = load or load_settings()
    named = [Path(path) for path in paths]
    inputs = Inputs(named, progress)
    with ClaimStore(home_folder(home) / CLAIMS_FILE) as claims:
        run = claims.start_run(map(str, named), {"monazite": __version__})
        try:
            extracted = _extract(inputs, claims)
            if named or not claims.counts()["articles"]:
                inputs.require_any()
            claims.join_stories()
            told: dict[str, object] = {"inputs": [str(p) for p in named], "new_articles": extracted}
            plan = load_graph(claims, home, load, told, progress)
        except BaseException:
            with suppress(ClaimStoreError):  # where the disk is full, that is what to tell
                claims.finish_run(run, "failed", {"entries": inputs.entries})
            raise
        report = BuildReport(
            entries=inputs.entries,
            extracted=extracted,
            **stored_counts(claims),
            **planned_counts(plan),
            seconds=round(time.monotonic() - began, 2),
            dry_run=load.dry_run,
            problems=inputs.problems,
        )
        outcome = "planned" if load.dry_run else "partly" if inputs.problems else "done"
        claims.finish_run(run, outcome, {"entries": report.entries, **planned_counts(plan)})
    return report


def _extract(inputs: Inputs, claims: ClaimStore) -> int:
    """Store the claims of the articles that the store does not know yet; how many those were."""
    extractor = Extractor()
    fresh = (a for a in inputs if not claims.known(a.id, extractor.version))
    count = 0
    for batch in batches(fresh, ARTICLES_A_TRANSACTION):
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
