"""The whole graph as rows: complete, closed, the same each time, from the real claim store too."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from monazite.claims.store import ClaimStore
from monazite.errors import ClaimStoreError
from monazite.graph.build_rows import graph_rows
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.schema import Article, Claim, Entity

from .making import ListedClaims, by_fact, claim

CLAIMS = [
    claim("Country:CN", "CONTROLS", "Element:Dy", "a", share=99, stage="processing"),
    claim("Material:NdFeB magnets", "REQUIRES", "Element:Dy", "a", 1),
    claim("Product:F-35", "REQUIRES", "Material:NdFeB magnets", "b"),
    claim("Firm:A", "SUPPLIES", "Firm:B", "b", 1, negated=True),
    claim("Country:CN", "RESTRICTS", "Element:Dy", "b", 2, target="Country:US", date="2025-04-04"),
]


def rows_of(claims: list[Claim]) -> tuple[list[NodeRow], list[EdgeRow]]:
    rows = graph_rows(ListedClaims(claims))
    return list(rows.nodes), list(rows.edges)


def test_nodes_are_what_claims_and_taxonomy_join_and_the_evidence() -> None:
    nodes, _ = rows_of(CLAIMS)
    by_label: dict[str, list[str]] = {}
    for node in nodes:
        by_label.setdefault(node.label, []).append(node.id)
    assert by_label["Element"] == [
        "element:dy", "element:heavy-rare-earths", "element:rare-earths",
    ]  # fmt: skip
    assert len(by_label["Claim"]) == len(CLAIMS)
    assert by_label["Article"] == ["a", "b"]
    assert by_label["Firm"] == ["firm:a", "firm:b"], "the ends of a denial are evidence too"


def test_every_edge_joins_nodes_that_are_there_and_uids_are_unique() -> None:
    nodes, edges = rows_of(CLAIMS)
    known = {(node.label, node.id) for node in nodes}
    assert len(known) == len(nodes)
    assert len({(e.type, e.uid) for e in edges}) == len(edges)
    for edge in edges:
        assert {(edge.start_label, edge.start), (edge.end_label, edge.end)} <= known


def test_a_denial_is_evidence_but_no_edge() -> None:
    nodes, edges = rows_of(CLAIMS)
    assert "SUPPLIES" not in {e.type for e in edges}
    (denial,) = (n for n in nodes if n.properties.get("negated"))
    assert denial.properties["relation"] == "SUPPLIES"


def test_a_claim_points_to_its_fact_sentence_and_article() -> None:
    nodes, edges = rows_of(CLAIMS)
    fact = next(e for e in edges if e.type == "CONTROLS")
    node = next(n for n in nodes if n.properties.get("fact") == fact.uid)
    said = node.properties
    assert (said["share"], said["story"], said["voters"]) == (99, "a", ["patterns"])
    text = str(said["sentence"])
    assert text[said["object_start"] : said["object_end"]] == "Dy"  # type: ignore[misc]
    ends = {e.type: e.end for e in edges if e.start == node.id}
    assert ends == {"SUBJECT": "country:cn", "OBJECT": "element:dy", "STATED_IN": "a"}


def test_two_facts_of_one_sentence_are_two_claim_nodes() -> None:
    two = [claim("Country:CN", "CONTROLS", "Element:Dy", stage=s) for s in ("mining", "patents")]
    assert two[0].id == two[1].id
    nodes, edges = rows_of(two)
    assert len({n.id for n in nodes if n.label == "Claim"}) == 2
    assert len({e.uid for e in edges if e.type == "STATED_IN"}) == 2


def test_the_source_of_an_article_weighs() -> None:
    said = CLAIMS[:1]
    edges = {
        source: next(graph_rows(ListedClaims(said, {"a": source})).edges).properties["belief"]
        for source in ("Reuters", "Sohu", "Some Paper")
    }
    assert edges == {"Reuters": 0.744, "Sohu": 0.68, "Some Paper": 0.72}


def test_what_a_ministry_lifts_its_country_had_put_in_force() -> None:
    class WithCountries(ListedClaims):
        def entities(self) -> Iterator[Entity]:
            for entity in super().entities():
                yield entity.model_copy(update={"country": "CN"})

    end = ("RESTRICTS", "Element:Dy")
    lifted = {"mechanism": "suspension", "status": "lifted", "published": "2025-11-07"}
    said = [claim("Country:CN", *end, "b"), claim("Agency:MOFCOM", *end, "c", **lifted)]  # type: ignore[arg-type]
    for store, ended in ((WithCountries(said), True), (ListedClaims(said), False)):
        (ban,) = (e for e in graph_rows(store).edges if e.type == "RESTRICTS" and "cn" in e.start)
        assert ("valid_to" in ban.properties) is ended


def test_rows_are_the_same_each_time_and_in_any_order_of_articles() -> None:
    assert rows_of(CLAIMS) == rows_of(CLAIMS[::-1])


def test_properties_are_scalars_dates_and_lists_of_strings_or_numbers() -> None:
    nodes, edges = rows_of(CLAIMS)
    kinds = set()
    for row in (*nodes, *edges):
        for value in row.properties.values():
            kinds |= {type(v).__name__ for v in (value if isinstance(value, list) else [value])}
    assert kinds <= {"str", "int", "float", "bool", "date"}


def test_an_entity_that_the_store_does_not_describe_is_named() -> None:
    class Forgetful(ListedClaims):
        def entities(self) -> Iterator[Entity]:
            return (e for e in super().entities() if e.id != "product:f-35")

    with pytest.raises(ClaimStoreError, match=r"names product:f-35, .* extract article b again"):
        list(graph_rows(Forgetful(CLAIMS)).nodes)


def test_the_real_claim_store_gives_the_same_graph(tmp_path: Path) -> None:
    listed = ListedClaims(CLAIMS)
    with ClaimStore(tmp_path / "claims.sqlite") as store:
        for name in ("a", "b"):
            article = Article(id=name, title=name, text=name * 40, lang="en", source="Some Paper")
            said = [c for c in CLAIMS if c.article == name]
            entities = list(ListedClaims(said).entities())
            store.add(article, entities, sentences=3, claims=said, extractor="1")
        assert [c for c, _ in store.claims_by_fact()] == [c for c, _ in by_fact(listed_rows())]
        rows, expected = graph_rows(store), graph_rows(listed)
        assert list(rows.edges) == list(expected.edges)
        assert {n.id for n in rows.nodes} == {n.id for n in expected.nodes}


def listed_rows() -> Iterator[tuple[Claim, str]]:
    return ListedClaims(CLAIMS).claims_by_fact()


class ManyArticles(ListedClaims):
    """The same statement in any number of articles, made while they are read."""

    def __init__(self, count: int) -> None:
        super().__init__([claim("Country:CN", "CONTROLS", "Element:Dy")])
        self.count = count

    def claims_by_fact(self) -> Iterator[tuple[Claim, str]]:
        for number in range(self.count):
            name = f"{number:06}"
            yield self.claims[0].model_copy(update={"article": name, "id": name}), name

    def articles(self) -> Iterator[Article]:
        for number in range(self.count):
            yield Article(id=f"{number:06}", title="t", text="x", lang="en", source="Some Paper")


def peak(count: int) -> int:
    tracemalloc.start()
    rows = graph_rows(ManyArticles(count))
    seen = sum(1 for part in rows for _ in part)
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seen > 5 * count
    return memory


def test_articles_stream() -> None:
    """One fact of 2,000 stories: held of each are some numbers and dates, not what it says."""
    fewer = peak(10)
    assert peak(2000) - fewer < 2_000 * 600
