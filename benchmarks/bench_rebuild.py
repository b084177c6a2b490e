"""Rebuild: what a change costs, against the first load of the same claims (seconds).

``COUNT`` synthetic facts (100,000 unless the environment says otherwise) lie in a claim store;
four rebuilds follow: the first load, one where nothing changed, one where nothing changed and
every row is compared all the same, and one after 1 % of the facts got another claim. What was
written is counted. The engine runs before the clock does. It is the embedded one, and after it the
Neo4j that ``NEO4J_URI`` names, if it is empty; what the benchmark wrote there is removed again.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from monazite.benchmarks.emptied import empty_store
from monazite.benchmarks.synthetic import add_claims
from monazite.claims import ClaimStore
from monazite.graph.plan import Plan
from monazite.graph.store import Store
from monazite.operations.load import Load, load_graph
from monazite.operations.reading import silent

COUNT = int(os.environ.get("COUNT", "100000"))
EVERY = 100


def state(store: Store) -> tuple[int, object]:
    """The graph's revision, and how many builds it remembers."""
    return store.revision().number, store.read("MATCH (b:Build) RETURN count(b)").rows[0][0]


def timed(home: Path, claims: ClaimStore, load: Load) -> tuple[float, Plan]:
    """Seconds that a rebuild takes, and what it did."""
    began = time.perf_counter()
    plan = load_graph(claims, home, load, {}, silent)
    return time.perf_counter() - began, plan


def report(name: str, seconds: float, plan: Plan, first: float) -> None:
    """One line about a rebuild."""
    written = plan.created + plan.changed + plan.removed
    print(
        f"{name}: {seconds:.2f} s, {written:,} rows written, {first / seconds:.1f} times faster "
        f"than the first load ({100 * seconds / first:.1f} % of it)",
        flush=True,
    )


def measure(home: Path, claims: ClaimStore, store: Store) -> None:
    """The four rebuilds."""
    first, plan = timed(home, claims, Load())
    rows = plan.created
    print(f"{store.description}: first load of {rows:,} rows: {first:.2f} s", flush=True)
    for name, load in (
        ("nothing changed (wanted: 20 times faster)", Load()),
        ("nothing changed, every row compared", Load(full=True)),
    ):
        before = state(store)
        seconds, plan = timed(home, claims, load)
        report(name, seconds, plan, first)
        print(f"  revision and builds before {before}, after {state(store)}")
    add_claims(claims, range(0, COUNT, EVERY), "2025-07-01")
    seconds, plan = timed(home, claims, Load())
    report(f"another claim for 1 in {EVERY} facts", seconds, plan, first)
    written = plan.created + plan.changed + plan.removed
    print(f"  {100 * written / rows:.2f} % of the rows of the first load")


def main() -> None:
    """Measure on the embedded engine, and on the named Neo4j."""
    uri = os.environ.pop("NEO4J_URI", "")
    os.environ.setdefault("MONAZITE_ENGINE_IDLE_SECONDS", "5")
    for engine in filter(None, ("embedded", uri)):
        if engine == uri:
            os.environ["NEO4J_URI"] = uri
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            with ClaimStore(home / "claims.sqlite") as claims, empty_store(home) as store:
                add_claims(claims, range(COUNT), "2025-06-01")
                print(f"{COUNT:,} facts", flush=True)
                measure(home, claims, store)


if __name__ == "__main__":
    main()
