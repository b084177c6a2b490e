"""Every favourite, run as the Browser runs it: each ``:param`` evaluated, then the one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from monazite.queries import Query, catalogue
from neo4j import Driver, GraphDatabase

from ..engines.server import Server

DAY = "date('2026-11-24')"
"""The day of the example articles: today would leave out ever more of what they say."""

PARAM = re.compile(r"^(?:// )?:param (\w+) => (.+?);?$", re.MULTILINE)
NOTHING = {"facts-without-sentences"}
"""What has no rows where all is well."""

DRAWN = {"dependency-paths", "paths-avoiding", "shortest-path", "supply-graph", "ownership-chain"}


@pytest.fixture(scope="module")
def driver(server: Server) -> Iterator[Driver]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        yield driver


def told(driver: Driver, text: str) -> dict[str, Any]:
    """The parameters that the lines of a favourite set."""
    values = {name: value.replace("date()", DAY) for name, value in PARAM.findall(text)}
    answer = driver.execute_query("RETURN " + ", ".join(f"{v} AS {n}" for n, v in values.items()))
    return dict(answer.records[0])


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_a_favourite_has_rows_in_the_examples(driver: Driver, assets: Path, query: Query) -> None:
    file = assets / "favourites" / query.category / f"{query.name}.cypher"
    text = file.read_text(encoding="utf-8")
    answer = driver.execute_query(text, told(driver, text) if query.params else {})
    assert answer.keys == query.columns
    assert bool(answer.records) == (query.name not in NOTHING)


def test_all_run_with_the_parameters_that_are_set_once(driver: Driver, assets: Path) -> None:
    file = assets / "favourites" / "parameters.cypher"
    values = told(driver, file.read_text(encoding="utf-8"))
    for query in catalogue().values():
        assert driver.execute_query(query.statement, values).keys == query.columns


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_what_can_be_drawn_is(driver: Driver, name: str, assets: Path) -> None:
    query = catalogue()[name]
    text = (assets / "favourites" / query.category / f"{name}.cypher").read_text(encoding="utf-8")
    graph = driver.execute_query(text, told(driver, text), result_transformer_=lambda r: r.graph())
    assert graph.nodes
    assert graph.relationships


def test_no_other_query_has_something_to_draw() -> None:
    drawable = {"path", "node", "edge"}
    assert {q.name for q in catalogue().values() if drawable & {c.type for c in q.returns}} == DRAWN
