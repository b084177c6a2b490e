"""What is stored, which graph is used, and how the last builds went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..claims import ClaimStore
from ..errors import StoreError
from ..graph.history import builds
from ..graph.settings import home_folder
from ..graph.store import Store, open_store
from .build import CLAIMS_FILE

SHOWN_BUILDS = 5
_NODES = "MATCH (n) WHERE NOT n:Build AND NOT n:Change AND NOT n:Graph RETURN count(n)"
_EDGES = "MATCH ()-[r]->() RETURN count(r)"


def status(home: Path | None = None) -> dict[str, object]:
    """Pairs to print: counts of the claim store, the graph and its size, the last builds.

    ``problem`` is there where the graph cannot be read, and says why.
    """
    folder = home_folder(home)
    report: dict[str, object] = {"home": str(folder)}
    file = folder / CLAIMS_FILE
    if file.exists():
        with ClaimStore(file) as claims:
            report |= claims.counts()
            runs = claims.runs()
        if runs:
            last = runs[-1]
            report["last run"] = f"{last.outcome}, {last.finished or last.started:%Y-%m-%d %H:%M}"
    else:
        report["claims"] = "none yet; run monazite build PATH"
    try:
        with open_store(home) as store:
            report.update(_graph(store))
    except StoreError as error:
        report["problem"] = str(error)
    return report


def _graph(store: Store) -> Iterator[tuple[str, object]]:
    yield "graph", store.description
    revision = store.revision()
    if revision.holder:
        yield "rebuild under way", revision.holder
    with store.snapshot():
        yield "nodes", store.read(_NODES).rows[0][0]
        yield "relationships", store.read(_EDGES).rows[0][0]
        for told in builds(store)[-SHOWN_BUILDS:]:
            yield f"build {told['number']}", _sentence(told)


def _sentence(told: Mapping[str, object]) -> str:
    parts = [str(told["outcome"]), f"{told.get('finished') or told['started']:%Y-%m-%d %H:%M} UTC"]
    if told["outcome"] == "done":
        parts.append(", ".join(f"{told[k]:,} {k}" for k in ("created", "changed", "removed")))
        parts.append(f"{told['seconds']} s")
    return "; ".join([*parts, *([str(told["reason"])] if "reason" in told else [])])
