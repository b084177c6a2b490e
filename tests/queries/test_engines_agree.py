"""Every query of the catalogue, on every engine: the same rows, in the same order, of one type."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import groupby
from random import Random

import pytest
from monazite.graph.constraints import prepare_data
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.store import Store, Writer
from monazite.graph.templates import create_nodes
from monazite.queries import Answer, catalogue, run

from .. import graph_fixture
from ..engines.engine import engine_named
from ..engines.lines import EMBEDDED, ENGINES
from ..engines.servers import Servers
from .random_graph import random_graph
from .random_question import question
from .test_rows import CASES, asked

EDGES = """\
UNWIND $rows AS row
MATCH (a {{id: row.start}}) MATCH (b {{id: row.end}})
CREATE (a)-[r:{kind}]->(b)
SET r = row.told"""


@pytest.fixture(scope="module")
def stores(
    neo4j_servers: Servers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Store]]:
    """A store on every engine at once."""
    home = tmp_path_factory.mktemp("engines")
    with ExitStack() as opened:
        stores = {
            name: opened.enter_context(
                Store(engine_named(name, neo4j_servers).settings(home), write=True)
            )
            for name in ENGINES
        }
        for store in stores.values():
            prepare_data(store)
        yield stores


def exact(value: object) -> object:
    """A value with the type of everything in it, comparable and readable."""
    if isinstance(value, dict):
        return sorted((key, exact(item)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return [exact(item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        return [type(value).__name__, *map(exact, fields)]
    return type(value).__name__, value


def load(store: Store, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> None:
    """Make the store hold this graph alone, in one transaction."""

    def work(writer: Writer) -> None:
        writer.run("MATCH (n) DETACH DELETE n")
        for label, alike in groupby(sorted(nodes, key=lambda n: n.label), lambda n: n.label):
            rows = [{"id": n.id, "properties": {**n.properties, "id": n.id}} for n in alike]
            writer.run(create_nodes(label), rows=rows)
        for kind, alike in groupby(sorted(edges, key=lambda e: e.type), lambda e: e.type):
            rows = [
                {"start": e.start, "end": e.end, "told": {**e.properties, "uid": e.uid}}
                for e in alike
            ]
            writer.run(EDGES.format(kind=kind), rows=rows)

    store.write(work)


def on_each(stores: dict[str, Store], act: Callable[[Store], object]) -> dict[str, object]:
    """What ``act`` gives on each engine, all at once."""
    with ThreadPoolExecutor(len(stores)) as threads:
        return dict(zip(stores, threads.map(act, stores.values()), strict=True))


def told(answer: Answer) -> tuple[object, str]:
    """The rows of an answer, exactly, and its note."""
    return exact(answer.rows), answer.note


def agreed(stores: dict[str, Store], name: str, params: dict[str, object]) -> bool:
    """Whether a query has rows; fails where the engines disagree about them."""
    found = on_each(stores, lambda store: told(run(store, name, params)))
    for engine, answer in found.items():
        assert answer == found[EMBEDDED], f"{engine}: {name} {params}"
    return bool(found[EMBEDDED][0])


def compare(stores: dict[str, Store], seeds: Iterable[int]) -> Counter[str]:
    """Ask every query about the graph of each seed; how often each had rows."""
    answered: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        graph = random_graph(random)
        on_each(stores, lambda store, graph=graph: load(store, graph.nodes, graph.edges))
        for name, query in catalogue().items():
            answered[name] += agreed(stores, name, question(random, query, graph))
    return answered


def test_on_the_fixture_graph(stores: dict[str, Store]) -> None:
    on_each(stores, lambda store: load(store, graph_fixture.nodes(), graph_fixture.edges()))
    for case in CASES:
        agreed(stores, case["query"], asked(case["query"], case["params"]))


def test_on_a_few_random_graphs(stores: dict[str, Store]) -> None:
    answered = compare(stores, range(10))
    assert len(+answered) > len(catalogue()) / 2, answered


@pytest.mark.long
def test_on_five_hundred_random_graphs(stores: dict[str, Store]) -> None:
    answered = compare(stores, range(10, 510))
    assert min(answered[name] for name in catalogue()) >= 20, answered
