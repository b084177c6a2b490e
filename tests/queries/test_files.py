"""Every file of the catalogue: its header, that it only reads, and that it runs as it stands."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import monazite
import pytest
from monazite.errors import SchemaError, UnknownName
from monazite.graph.read_only import require_read_only
from monazite.graph.store import Store
from monazite.queries import CATEGORIES, Query, catalogue, find_query
from monazite.queries.header import common_parameters, parse_query
from monazite.queries.params import bind

QUERIES = list(catalogue().values())
by_name = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
GOOD = """\
// A title
// name: a-name
// question: What?
// params:
//   limit: common
// returns:
//   x: {type: int, meaning: a number}
// revision: 1
RETURN 1 AS x LIMIT $limit
"""
ANYTHING = {"entity": "country:cn", "date": "2025-01-01", "string": "abc"}


def bound(query: Query) -> dict[str, object]:
    """Values for all parameters of a query."""
    given = {p.name: ANYTHING[p.type] for p in query.params if p.required}
    return bind(query, given, lambda text, parameter: text)


def test_there_are_queries_in_every_category() -> None:
    assert {query.category for query in QUERIES} == set(CATEGORIES)
    assert len(QUERIES) >= 22


def test_every_file_is_in_the_catalogue() -> None:
    on_disk = {path.stem for path in Path(str(files("monazite.queries"))).rglob("*.cypher")}
    assert on_disk == set(catalogue())


@by_name
def test_it_only_reads(query: Query, graph: Store) -> None:
    require_read_only(query.cypher)
    graph.read(f"EXPLAIN {query.cypher}", bound(query))


@by_name
def test_it_uses_the_parameters_that_it_declares_and_no_others(query: Query) -> None:
    body = "\n".join(line for line in query.cypher.splitlines() if not line.startswith("//"))
    used = {word.split("$")[1] for word in _words(body) if "$" in word}
    assert used == {p.name for p in query.params}


@by_name
def test_its_order_ends_in_a_unique_key(query: Query) -> None:
    order = query.cypher.rpartition("ORDER BY ")[2].splitlines()[0]
    last = order.split(", ")[-1].removesuffix(" DESC")
    unique = ("id", "fact", "claim", "stage", "label", "origin", "dependent.id", "facts[0]")
    assert last in unique or "thing.id" in last or "party.id" in last


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() or c in "$_" else " " for c in text).split()


def test_a_common_parameter_means_the_same_everywhere() -> None:
    for name, fields in common_parameters().items():
        for query in QUERIES:
            if (parameter := query.parameter(name)) and name not in ("limit", "as_of"):
                assert parameter.meaning == fields["meaning"], query.name


def test_a_good_header() -> None:
    query = parse_query(GOOD, "health", "health/a-name.cypher")
    assert (query.title, query.name, query.columns) == ("A title", "a-name", ["x"])
    assert [(p.name, p.default) for p in query.params] == [("limit", 25)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// A title\n", "", "f:9: "),
        ("// A title", "//", "f:1: the first line must be a comment with the query's title"),
        ("// question: What?\n", "", "f:1: the key 'question' is missing"),
        ("// revision: 1", "// revisoin: 1", "f:1: the key 'revision' is missing"),
        ("// revision: 1", "// revision: 1\n// more: 2", "f:9: the key 'more' is not one of"),
        ("common", "comon", "f:5: limit: there must be a type and a meaning"),
        ("{type: int,", "{type: integer,", "f:7: x: type: "),
        ("{type: int, meaning: a number}", "{type: int", "f:8: the header is not YAML"),
        ("//   limit: common", "//   - limit", "f:4: params must map names to what they are"),
    ],
)
def test_a_bad_header_is_told_with_its_line(old: str, new: str, message: str) -> None:
    with pytest.raises(SchemaError) as caught:
        parse_query(GOOD.replace(old, new), "health", "f")
    if old != "// A title\n":
        assert message in str(caught.value)


def test_a_name_that_is_nearly_right() -> None:
    with pytest.raises(UnknownName, match="did you mean dependency-paths"):
        find_query("dependancy-path")


def test_asking_for_the_catalogue_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from monazite.queries import catalogue; catalogue();"
        "print([m for m in ('neo4j', 'spacy', 'networkx', 'rapidfuzz') if m in sys.modules])"
    )
    where = Path(monazite.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=where, check=True
    )
    assert done.stdout.strip() == "[]"
