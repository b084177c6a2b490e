"""The client against a really built graph: answers, errors, tables, frames, graphs, pictures."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import monazite
import pytest
from monazite.client import Graph, Result, connect
from monazite.errors import NotReadOnly, ParameterError, UnknownName
from monazite.graph.answers import EdgeValue, NodeValue, PathValue
from monazite.graph.store import open_store
from monazite.operations.build import build
from monazite.schema.palette import palette
from pytest import TempPathFactory
from rich.console import Console

from ..engines.engine import Engine


@pytest.fixture(scope="module")
def graph(
    engine: Engine, built: Path, some_articles: list[Path], tmp_path_factory: TempPathFactory
) -> Iterator[Graph]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        engine.use(monkeypatch)
        home = built
        if engine.server:  # the articles are read already; what is new is the graph
            home = tmp_path_factory.mktemp("client") / "home"
            shutil.copytree(built, home, ignore=shutil.ignore_patterns("engine"))
            with open_store(home, write=True) as store:
                store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
            build(some_articles, home)
        with connect(home) as opened:
            yield opened


@pytest.fixture(scope="module")
def paths(graph: Graph) -> Result:
    return graph.query("dependency-paths", source="China", target="electric vehicles")


def test_names_in_both_languages_and_ids_are_one_entity(graph: Graph) -> None:
    assert graph.find("China").id == graph.find("中国").id == graph.find("country:cn").id


def test_near_misses_say_what_may_be_meant(graph: Graph) -> None:
    with pytest.raises(UnknownName, match="did you mean"):
        graph.find("Chinna")
    with pytest.raises(UnknownName, match="did you mean dependency-paths"):
        graph.query("dependency-path", source="China", target="F-35")
    with pytest.raises(UnknownName, match="did you mean source"):
        graph.query("dependency-paths", sorce="China", target="F-35")
    with pytest.raises(ParameterError, match="max_hops"):
        graph.query("dependency-paths", source="China", target="electric vehicles", max_hops=99)


def test_paths_lead_to_sentences(graph: Graph, paths: Result) -> None:
    assert len(paths) > 0
    first = paths.to_records()[0]
    assert str(first["path"]).startswith("China")
    sentences = graph.evidence(str(first["facts"][0])[:8])  # type: ignore[index]
    assert len(sentences) > 0
    assert "China" in str(sentences.to_records()[0]["sentence"])


def test_an_empty_answer_says_why(graph: Graph) -> None:
    answer = graph.query("dependency-paths", source="electric vehicles", target="China")
    assert len(answer) == 0
    assert answer.note
    assert answer.note.split(".")[0] in repr(answer)


def test_cypher_reads_and_only_reads(graph: Graph) -> None:
    answer = graph.cypher("MATCH (c:Country {id: $id}) RETURN c.name AS name", id="country:cn")
    assert answer.to_records() == [{"name": "China"}]
    with pytest.raises(NotReadOnly, match="CREATE"):
        graph.cypher("CREATE (n:Country {id: 'x'})")


def test_a_graph_on_a_day_uses_it_where_a_query_has_one(graph: Graph) -> None:
    early = graph.on("1999-01-01").query("restrictions", thing="rare earths")
    late = graph.query("restrictions", thing="rare earths", as_of="2026-06-01")
    assert len(early) <= len(late)
    assert len(graph.on("1999-01-01").query("counts-by-label")) > 0


def test_no_day_and_no_fact_are_told(graph: Graph) -> None:
    with pytest.raises(ParameterError, match="'soon' is no day; give one such as"):
        graph.on("soon")
    with pytest.raises(UnknownName, match="there is no fact called 'nonsense'"):
        graph.evidence("nonsense")


def test_a_fact_of_the_taxonomy_has_no_sentences_but_is_known(graph: Graph) -> None:
    (uid,) = graph.cypher("MATCH ()-[f:MEMBER_OF]->() RETURN f.uid LIMIT 1").rows[0]
    answer = graph.evidence(str(uid))
    assert len(answer) == 0
    assert "taxonomy" in answer.note


def test_a_cell_is_one_line_in_its_own_direction() -> None:
    result = Result(["text"], [["one\ntwo\u202ethree\x9b31m\u2028four"]])
    assert repr(result).splitlines()[-1].rstrip() == "one two three 31m four"
    assert result.to_json()["rows"] == [["one\ntwo\u202ethree\x9b31m\u2028four"]]


def test_the_catalogue_is_a_table(graph: Graph, engine: Engine) -> None:
    assert "dependency-paths" in repr(graph.queries())
    assert (engine.server.uri if engine.server else "embedded in") in repr(graph)


def test_frames(paths: Result) -> None:
    assert list(paths.to_pandas().columns) == paths.columns
    assert paths.to_polars().height == len(paths)


def test_networkx(graph: Graph, paths: Result) -> None:
    drawn = paths.to_networkx()
    assert drawn.nodes["country:cn"]["name"] == "China"
    whole = graph.to_networkx(min_belief=0)
    without = graph.to_networkx(min_belief=0, taxonomy=False)
    assert whole.number_of_edges() >= without.number_of_edges() > 0
    assert not [e for *_, e in without.edges(data="via") if e == ["MEMBER_OF"]]
    assert {w for *_, w in whole.edges(data="whole")} == {True, False}
    assert {d for *_, d in whole.edges(data="direction")} == {None, "specialise", "generalise"}
    with pytest.raises(ParameterError, match="no nodes or edges to draw"):
        graph.cypher("RETURN 1 AS one").to_networkx()


def test_a_picture_is_one_file_that_needs_no_network(paths: Result, tmp_path: Path) -> None:
    file = paths.show(tmp_path / "pictures" / "ev.html")
    html = file.read_text(encoding="utf-8")
    assert "electric vehicles" in html
    assert palette().nodes["Product"].colour in html
    assert palette().edges["UPSTREAM_OF"].colour in html
    assert 'src="http' not in html
    assert 'href="http' not in html
    assert paths.show() is not None


HOSTILE = "<script>alert(1)</script>\x1b[31m [bold]x[/bold]"


def test_text_of_articles_is_only_text(tmp_path: Path) -> None:
    node = NodeValue("firm:x", "Firm", {"id": "firm:x", "name": HOSTILE})
    other = NodeValue("country:cn", "Country", {"id": "country:cn", "name": "China"})
    edge = EdgeValue("UPSTREAM_OF", "u", "country:cn", "firm:x", {"via": ["LOCATED_IN"]})
    result = Result(["who", "way"], [[node, PathValue((other, node), (edge,))]], title=HOSTILE)
    assert "\x1b" not in repr(result)
    assert "[bold]x[/bold]" in repr(result)
    assert "<script>" not in result._repr_html_()
    html = result.show(tmp_path / "x.html").read_text(encoding="utf-8")
    assert "<script>alert(1)</script>" not in html
    assert "is home to" in html


@pytest.mark.parametrize("width", [60, 80, 200])
def test_tables_fit_the_terminal(paths: Result, width: int) -> None:
    target = StringIO()
    Console(file=target, width=width, color_system=None).print(paths)
    assert max(map(len, target.getvalue().splitlines())) <= width


def test_values_read_well_and_are_exact_as_json(graph: Graph) -> None:
    result = Result(
        ["share", "amount", "none", "list", "flag"], [[0.93456, 1300000000.0, None, [1, 2.5], True]]
    )
    assert "0.93" in repr(result)
    assert "1,300,000,000" in repr(result)
    assert "none" not in repr(result)
    assert result.to_json()["rows"] == [[0.93456, 1300000000.0, None, [1, 2.5], True]]
    dated = graph.cypher("MATCH (a:Article) RETURN a.published AS day, a LIMIT 1").to_json()
    assert isinstance(dated["rows"][0][0], str)  # type: ignore[index]


BLOCKED = """
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {names!r}:
            raise ImportError(name)
sys.meta_path.insert(0, Block())
from monazite.client import Result
from monazite.errors import MissingExtra
for act in ('to_pandas', 'to_polars', 'show'):
    try:
        getattr(Result(['a'], [[1]]), act)()
    except MissingExtra as error:
        print(error)
"""


def test_a_missing_extra_says_how_to_install_it() -> None:
    code = BLOCKED.replace("{names!r}", repr({"pandas", "polars", "neo4j_viz"}))
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    lines = said.stdout.splitlines()
    assert len(lines) == 3
    assert "pip install 'monazite[frames]'" in lines[0]
    assert "pip install 'monazite[viz]'" in lines[2]


def test_importing_monazite_is_light() -> None:
    heavy = ("spacy", "neo4j", "rich", "networkx", "pydantic")
    code = f"import sys, monazite; print([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
    assert monazite.connect is connect


def test_a_snapshot_answers_from_one_state(graph: Graph) -> None:
    with graph.snapshot() as same:
        assert same.query("counts-by-label").rows == graph.query("counts-by-label").rows
