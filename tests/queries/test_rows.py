"""The rows of every query on the fixture graph, exactly, and that its columns are as declared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from monazite.graph.answers import EdgeValue, NodeValue, PathValue
from monazite.graph.store import Store
from monazite.queries import catalogue, run

from .. import graph_fixture
from .readable import readable

CASES = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8"))
WITH_ROWS = [case for case in CASES if case["rows"]]
KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "entity": str,
    "int": int,
    "float": (int, float),
    "boolean": bool,
    "date": dt.date,
    "strings": list,
    "floats": list,
    "node": NodeValue,
    "edge": EdgeValue,
    "path": PathValue,
}


def asked(query: str, params: dict[str, object]) -> dict[str, object]:
    """The parameters of a case: on the day of the fixture, a fact by its ends."""
    day = {"as_of": graph_fixture.DAY} if catalogue()[query].parameter("as_of") else {}
    if isinstance(ends := params.get("fact"), list):
        subject, relation, object_, said = ends
        params = {**params, "fact": graph_fixture.uid(subject, relation, object_, **said)}
    return {**day, **params}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['query']}-{case['params']}")
def test_rows(graph: Store, case: dict[str, Any]) -> None:
    answer = run(graph, case["query"], asked(case["query"], case["params"]))
    assert [readable(row) for row in answer.rows] == case["rows"]
    assert answer.note == case.get("note", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['query']}-{case['params']}")
def test_values_are_of_the_declared_types(graph: Store, case: dict[str, Any]) -> None:
    answer = run(graph, case["query"], asked(case["query"], case["params"]))
    for row in answer.rows:
        for column, value in zip(answer.query.returns, row, strict=True):
            assert value is None or isinstance(value, KINDS[column.type]), column.name


@pytest.mark.parametrize("case", WITH_ROWS, ids=lambda case: f"{case['query']}-{case['params']}")
def test_the_file_as_it_stands_gives_the_same(graph: Store, case: dict[str, Any]) -> None:
    answer = run(graph, case["query"], asked(case["query"], case["params"]))
    table = graph.read(answer.query.cypher, answer.params)
    assert table.columns == answer.columns
    assert table.rows == answer.rows


def test_every_query_has_rows_that_it_is_held_to() -> None:
    held = {case["query"] for case in CASES if case["rows"]}
    assert held == set(catalogue())
