"""Articles that try to be more than text are values in the graph, and harmless on the screen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from monazite.client import Graph, connect
from monazite.graph.templates import EDGE_TYPES, HISTORY_LABELS, NODE_LABELS
from monazite.operations.build import build
from monazite.schema import RELATIONS, Claim, Entity
from pydantic import ValidationError

from ..engines.engine import Engine
from ..graph.making import claim

GROUPS = yaml.safe_load((Path(__file__).parent / "hostile_articles.yaml").read_text("utf-8"))
HOSTILE = [text for texts in GROUPS.values() for text in texts]
TRUE = "Lynas produces dysprosium at its Kuantan plant in Malaysia."
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def articles() -> Iterator[dict[str, str]]:
    for number, text in enumerate(HOSTILE):
        title = f"China restricts gallium {number}: {text}"
        body = f"{TRUE} {text} China controls {text} dysprosium. {text} Inc supplies MP Materials."
        yield {"title": title, "text": body, "source": text, "url": text, "lang": "en"}
    yield {"title": "Long", "text": f"{TRUE} {'Xyz' * 20_000} Corp owns Mount Weld.", "lang": "en"}


@pytest.fixture(scope="module")
def graph(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A graph of hostile articles on the engine."""
    home = tmp_path_factory.mktemp("hostile")
    file = home / "hostile.jsonl"
    file.write_text("\n".join(map(json.dumps, articles())), encoding="utf-8")
    with pytest.MonkeyPatch.context() as monkeypatch:
        engine.use(monkeypatch)
        if engine.server:
            from monazite.graph.store import Store

            with Store(engine.settings(home), write=True) as store:
                store.write(lambda writer: writer.run("MATCH (n) DETACH DELETE n"))
        build([file], home)
        with connect(home) as opened:
            yield opened


def names(graph: Graph, text: str) -> set[str]:
    return {str(row["name"]) for row in graph.cypher(text)}


def test_there_are_many_and_all_are_stored_as_they_are(graph: Graph) -> None:
    assert len(HOSTILE) >= 50
    titles = names(graph, "MATCH (a:Article) RETURN a.title AS name")
    assert sum("DETACH DELETE" in title for title in titles) >= 3
    assert len(titles) == len(HOSTILE) + 1
    assert "Lynas" in names(graph, "MATCH (n:Firm) RETURN n.name AS name")


def test_labels_types_and_property_names_are_ours(graph: Graph) -> None:
    labels = names(graph, "MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name")
    types = names(graph, "MATCH ()-[r]->() RETURN DISTINCT type(r) AS name")
    keys = names(graph, "MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name")
    keys |= names(graph, "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name")
    assert labels <= {*NODE_LABELS, *HISTORY_LABELS, "Entity"}
    assert types <= set(EDGE_TYPES)
    assert all(re.fullmatch(r"[a-z][a-z_]*", key) for key in keys), keys


def test_tables_print_no_control_character_and_escape_html(graph: Graph) -> None:
    for text in (
        "MATCH (a:Article) RETURN a.title, a.source, a.url",
        "MATCH (c:Claim) RETURN c.sentence",
        "MATCH (n:Entity) RETURN n.name, n",
    ):
        table = graph.cypher(text)
        assert not CONTROL.search(repr(table))
        assert not re.search(r"<(script|img|svg|iframe|h1|b)\b", table._repr_html_())


def test_the_picture_ends_no_script_early(graph: Graph, tmp_path: Path) -> None:
    pytest.importorskip("neo4j_viz")
    drawn = graph.cypher("MATCH p = (:Claim)-[:STATED_IN]->(:Article) RETURN p")
    page = drawn.show(tmp_path / "picture.html").read_text("utf-8")
    assert "</script><script>alert" not in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("key", ["x`", "id", "Hostile", "name}) DETACH DELETE n //"])
def test_a_key_that_the_relation_does_not_have_is_no_qualifier(key: str) -> None:
    good = claim("Country:CN", "CONTROLS", "Element:Dy")
    with pytest.raises((ValidationError, ValueError)):
        Claim.model_validate({**good.model_dump(), "qualifiers": {key: "x"}})


def test_the_names_of_the_schema_are_plain_words() -> None:
    fields = [*Entity.model_fields, *Claim.model_fields]
    fields += [name for kind in RELATIONS.values() for name in kind.qualifiers.model_fields]
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in fields)
