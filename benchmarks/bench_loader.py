"""Loader: rows a second into an empty Neo4j, beside a bare driver loop and a writer of others.

The rows are those of a graph of synthetic claims (``COUNT`` facts, 10,000 unless the environment
says otherwise). The bare loop sends the statements and batches that the loader sends, made before
its clock runs: what the loader adds is the lease, fingerprints, the plan on disk, the history.
The peer is ``Neo4jWriter`` of neo4j-graphrag (``pip install neo4j-graphrag``; left out where it is
not there) in batches of 1,000, its own number, and of 5,000, ours. It writes relationships by a
procedure of APOC alone; on a server without APOC it is compared by the nodes. Constraints and
indexes of all stand before the clocks run. All run several times in turn; the best times count.

The server is the empty one that ``NEO4J_URI`` names, or a Neo4j 5.26 from the jars of the tests
(``make test-engines`` fetches them), with the plugins of the folder ``PLUGINS``, if that is named.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from monazite.benchmarks.emptied import empty, empty_store
from monazite.benchmarks.synthetic import add_claims
from monazite.claims import ClaimStore
from monazite.graph import templates
from monazite.graph.build_rows import graph_rows
from monazite.graph.plan import make_plan
from monazite.graph.rebuild import rebuild
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.settings import store_settings
from monazite.graph.store import Store
from monazite.tests.engines.lines import LINES
from monazite.tests.engines.local import LocalNeo4j
from monazite.tests.engines.server import Missing
from neo4j import Driver, GraphDatabase, ManagedTransaction

COUNT = int(os.environ.get("COUNT", "10000"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
PEER_BATCHES = (1_000, 5_000)


@dataclass(frozen=True)
class Rows:
    """What is loaded."""

    nodes: list[NodeRow]
    edges: list[EdgeRow]

    def __len__(self) -> int:
        return len(self.nodes) + len(self.edges)

    def fresh(self) -> Rows:
        """The same rows without the fingerprints that they remember."""
        nodes = [NodeRow(n.label, n.id, n.properties) for n in self.nodes]
        ends = [(e.start_label, e.start, e.end_label, e.end) for e in self.edges]
        pairs = zip(self.edges, ends, strict=True)
        return Rows(nodes, [EdgeRow(e.type, e.uid, *four, e.properties) for e, four in pairs])


Load = Callable[[], object]
Loader = Callable[[Rows], Load]  # what comes before the clock runs gives what it measures


def made_rows(home: Path) -> Rows:
    """The rows of a graph, as a build makes them."""
    with ClaimStore(home / "claims.sqlite") as claims:
        add_claims(claims, range(COUNT), "2025-06-01")
        nodes, edges = graph_rows(claims)
        return Rows(list(nodes), list(edges))


def ours(store: Store) -> Loader:
    """The loader of a rebuild."""

    def load(rows: Rows) -> Load:
        return lambda: rebuild(store, iter(rows.nodes), iter(rows.edges))

    return load


def bare(store: Store, driver: Driver) -> Loader:
    """The driver alone, with the loader's statements and batches."""

    def load(rows: Rows) -> Load:
        plan = make_plan(store, rows.nodes, rows.edges)
        batches = [(templates.create_nodes(n[0]), list(b)) for n, b in plan.node_rows.batches()]
        batches += [(templates.create_edges(*n), list(b)) for n, b in plan.edge_rows.batches()]
        return lambda: send(driver, batches)

    return load


def send(driver: Driver, batches: list[tuple[str, list[dict[str, object]]]]) -> None:
    """Each batch in a transaction of its own."""
    with driver.session(database=os.environ.get("NEO4J_DATABASE")) as session:
        for text, batch in batches:
            session.execute_write(partial(send_one, text=text, batch=batch))


def send_one(transaction: ManagedTransaction, text: str, batch: list[dict[str, object]]) -> None:
    """One statement."""
    transaction.run(text, rows=batch).consume()  # pyright: ignore[reportArgumentType]


def peer(driver: Driver, batch_rows: int) -> Loader:
    """neo4j-graphrag's writer."""
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    writer = Neo4jWriter(driver, os.environ.get("NEO4J_DATABASE"), batch_rows)

    def run(graph: Neo4jGraph) -> None:
        outcome = asyncio.run(writer.run(graph))
        if outcome.status != "SUCCESS":
            raise SystemExit(f"neo4j-graphrag's writer failed: {outcome.metadata}")

    def load(rows: Rows) -> Load:
        nodes = [Neo4jNode(id=n.id, label=n.label, properties=n.properties) for n in rows.nodes]
        edges = [
            Neo4jRelationship(
                start_node_id=e.start, end_node_id=e.end, type=e.type, properties=e.properties
            )
            for e in rows.edges
        ]
        graph = Neo4jGraph(nodes=nodes, relationships=edges)
        return lambda: run(graph)

    return load


def speeds(store: Store, rows: Rows, loaders: dict[str, Loader]) -> dict[str, float]:
    """Rows a second of each loader, best of the rounds; a round before them warms all up."""
    best = dict.fromkeys(loaders, float("inf"))
    for number in range(ROUNDS + 1):
        for name, loader in loaders.items():
            load = loader(rows.fresh())
            began = time.perf_counter()
            load()
            seconds = time.perf_counter() - began
            require_all(store, rows)
            empty(store)
            if number:
                best[name] = min(best[name], seconds)
    return {name: len(rows) / seconds for name, seconds in best.items()}


def require_all(store: Store, rows: Rows) -> None:
    """No loader may be quick by leaving something out."""
    counts = "MATCH (n) WHERE NOT n:Build AND NOT n:Graph RETURN count(n)"
    (nodes,), (edges,) = (
        next(store.stream(counts)),
        next(store.stream("MATCH ()-[r]->() RETURN count(r)")),
    )
    if (nodes, edges) != (len(rows.nodes), len(rows.edges)):
        raise SystemExit(f"{nodes} nodes and {edges} edges were written, not all rows.")


def report(store: Store, rows: Rows, loaders: dict[str, Loader]) -> None:
    """The speed of each loader and its ratio to ours."""
    print(f"{len(rows.nodes):,} nodes, {len(rows.edges):,} edges, best of {ROUNDS}", flush=True)
    found = speeds(store, rows, loaders)
    ours = found["monazite"]
    for name, speed in found.items():
        print(f"  {name}: {speed:,.0f} rows/s; monazite is {ours / speed:.2f} times as fast")


@contextmanager
def neo4j(folder: Path) -> Iterator[None]:
    """The server that the environment names, or one of our own that it names meanwhile."""
    if os.environ.get("NEO4J_URI"):
        yield
        return
    server = LocalNeo4j(LINES["5.26"], folder / "neo4j")
    if plugins := os.environ.get("PLUGINS"):
        shutil.copytree(plugins, folder / "neo4j" / "plugins", dirs_exist_ok=True)
    try:
        server.start()
        os.environ |= {"NEO4J_URI": server.server.uri, "NEO4J_PASSWORD": server.server.password}
        yield
    finally:
        server.kill()


def compare(store: Store, driver: Driver, rows: Rows) -> None:
    """Ours beside the bare loop and, where it is installed, the peer."""
    loaders = {"monazite": ours(store), "bare driver loop": bare(store, driver)}
    try:
        for size in PEER_BATCHES:
            loaders[f"neo4j-graphrag, batches of {size:,}"] = peer(driver, size)
    except ModuleNotFoundError:
        print("neo4j-graphrag is not installed (pip install neo4j-graphrag): left out")
    apoc = "SHOW PROCEDURES YIELD name WHERE name = 'apoc.merge.relationship' RETURN name"
    if len(loaders) > 2 and not list(store.stream(apoc)):
        print("no APOC on the server: neo4j-graphrag writes no relationships, so nodes alone")
        report(store, Rows(rows.nodes, []), loaders)
        loaders = dict(list(loaders.items())[:2])
    report(store, rows, loaders)


def main() -> None:
    """Measure all on one server and print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        rows = made_rows(home)
        try:
            with neo4j(home), empty_store(home) as store:
                settings = store_settings(home)
                auth = (settings.username, settings.password or "")
                print(store.description)
                with GraphDatabase.driver(str(settings.uri), auth=auth) as driver:
                    compare(store, driver, rows)
        except Missing as missing:
            print(f"no Neo4j 5.26 here: {missing}")


if __name__ == "__main__":
    main()
