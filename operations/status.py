"""What is stored, which graph is used, and how the last build went."""

from __future__ import annotations

from pathlib import Path

from ..claims import ClaimStore
from ..errors import StoreError
from ..graph.settings import home_folder
from ..graph.store import open_store
from .build import CLAIMS_FILE


def status(home: Path | None = None) -> dict[str, object]:
    """Pairs to print: counts of the claim store, the graph and its size, the last build."""
    folder = home_folder(home)
    report: dict[str, object] = {"home": str(folder)}
    file = folder / CLAIMS_FILE
    if file.exists():
        with ClaimStore(file) as claims:
            report |= claims.counts()
            runs = claims.runs()
        if runs:
            last = runs[-1]
            report["last build"] = f"{last.outcome}, {last.finished or last.started:%Y-%m-%d %H:%M}"
    else:
        report["claims"] = "none yet; run monazite build PATH"
    return report | _graph(home)


def _graph(home: Path | None) -> dict[str, object]:
    try:
        with open_store(home) as store:
            nodes = store.read("MATCH (n) WHERE NOT n:Build RETURN count(n)").rows[0][0]
            edges = store.read("MATCH ()-[r]->() RETURN count(r)").rows[0][0]
            return {"graph": store.description, "nodes": nodes, "relationships": edges}
    except StoreError as error:
        return {"graph": str(error)}
