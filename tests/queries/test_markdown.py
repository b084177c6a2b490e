"""The page of the manual that lists the queries."""

from __future__ import annotations

from pathlib import Path

from monazite.queries import catalogue
from monazite.queries.markdown import markdown

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_says_what_the_files_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), "run `make docs`"


def test_every_query_parameter_and_column_is_on_it() -> None:
    page = markdown()
    for query in catalogue().values():
        section = page.partition(f"### {query.name}\n")[2].partition("\n### ")[0]
        assert query.question in section
        for part in (*query.params, *query.returns):
            assert f"| `{part.name}` | {part.type} |" in section


def test_parameters_are_given_as_neo4j_browser_takes_them() -> None:
    page = markdown()
    assert (
        "\n:param [{source, target, max_hops, min_belief, as_of, planned, limit}] => {RETURN "
        in page
    )
    assert "RETURN 'country:cn' AS source, 'product:f-35' AS target, 4 AS max_hops, " in page
    assert "date() AS as_of, false AS planned, 1 AS limit}" in page
    assert "date('2025-01-01') AS since, null AS entity" in page
    assert "'Country' AS holders" in page
