"""From the claim store to the graph: nothing where nothing changed, a plan, or a rebuild."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..claims import ClaimStore
from ..code_version import code_version
from ..graph.build_rows import graph_rows
from ..graph.guard import require_no_collapse
from ..graph.plan import Plan
from ..graph.rebuild import Terms, plan_only, rebuild
from ..graph.store import Store, open_store
from ..graph.unchanged import unchanged
from ..schema.ids import digest
from .reading import Progress


@dataclass(frozen=True)
class Load:
    """How the graph is written.

    ``dry_run`` plans only; ``full`` compares every row, also where the claims are the ones that
    the graph was built from; ``terms`` are the rebuild's.
    """

    dry_run: bool = False
    full: bool = False
    terms: Terms = field(default_factory=Terms)


def load_graph(
    claims: ClaimStore,
    home: Path | None,
    load: Load,
    history: Mapping[str, object],
    progress: Progress,
) -> Plan:
    """Bring the graph up to what the claims say, and return what that took."""
    built_from = digest(claims.token(), code_version("monazite.graph", "monazite.schema"))
    with open_store(home, write=True) as store:
        nothing = None if load.full else unchanged(store, built_from)
        if nothing:
            return nothing
        if load.dry_run:
            return _planned(store, claims, load)
        rows = graph_rows(claims)
        terms = replace(
            load.terms,
            waiting=lambda holder: progress(f"waiting for {holder}", 0, None),
            progress=lambda done, total: progress("writing the graph", done, total),
        )
        return rebuild(store, rows.nodes, rows.edges, terms, built_from=built_from, history=history)


def _planned(store: Store, claims: ClaimStore, load: Load) -> Plan:
    rows = graph_rows(claims)
    plan = plan_only(store, rows.nodes, rows.edges)
    require_no_collapse(plan, load.terms.limits)
    return plan
