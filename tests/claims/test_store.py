"""What goes into the claim store comes out of it, in order and once."""

from __future__ import annotations

import datetime as dt
import sqlite3
import tracemalloc
from pathlib import Path

import pytest
from monazite.claims import ClaimStore
from monazite.schema import Claim, Entity, Label

from .conftest import MakeArticle, MakeClaim

CHINA = Entity(id="country:cn", label=Label.COUNTRY, name="China", name_zh="中国")


def test_what_was_added_is_read_again(
    path: Path, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    article = make_article("镝", url="https://example.org", topic="稀土", origin="a.txt:3")
    claim = make_claim(article, qualifiers={"share": 99.5, "stage": "processing"}, votes={"a": 0.5})
    with ClaimStore(path) as store:
        store.add(article, [CHINA], 2, [claim], "1")
    with ClaimStore(path) as store:
        assert list(store.articles()) == [article]
        assert list(store.entities()) == [CHINA]
        assert list(store.claims_by_fact()) == [(claim, article.id)]
        assert store.counts() == {
            "articles": 1, "stories": 1, "duplicates": 0, "sentences": 2,
            "entities": 1, "claims": 1, "facts": 1,
        }  # fmt: skip


def test_known_by_article_and_extractor(store: ClaimStore, make_article: MakeArticle) -> None:
    article = make_article("A")
    store.add(article, [], 1, [], "1")
    assert store.known(article.id, "1")
    assert not store.known(article.id, "2")
    assert not store.known("other", "1")


def test_another_extractor_replaces_claims_and_entities(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    article = make_article("A")
    store.add(article, [CHINA], 1, [make_claim(article), make_claim(article, index=2)], "1")
    store.add(article, [], 1, [make_claim(article, index=3)], "2")
    assert [claim.sentence_index for claim, _ in store.claims_by_fact()] == [3]
    assert list(store.entities()) == []
    assert store.counts()["articles"] == 1
    assert store.known(article.id, "2")
    assert not store.known(article.id, "1")


def test_claims_in_order_of_fact_date_and_id(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    for number, day in enumerate((9, 3, None, 5)):
        article = make_article(f"A{number}", published=day and dt.date(2025, 1, day))
        claims = [
            make_claim(article, qualifiers={"stage": stage}) for stage in ("mining", "processing")
        ]
        store.add(article, [], 1, claims, "1")
    found = [claim for claim, _ in store.claims_by_fact()]
    assert [c.published and c.published.day for c in found] == [None, 3, 5, 9] * 2
    stages = [c.qualifiers["stage"] for c in found]
    assert sorted(stages[:4]) == stages[:4]
    assert len(set(stages[:4])) == 1
    assert store.counts()["facts"] == 2


def test_a_symmetric_fact_has_one_uid(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    one, two = make_article("A"), make_article("B")
    store.add(one, [], 1, [make_claim(one, "US", "PARTNERS_WITH", "China")], "1")
    store.add(two, [], 1, [make_claim(two, "China", "PARTNERS_WITH", "US")], "1")
    assert store.counts()["facts"] == 1


def test_of_two_claims_with_one_id_the_surer_one_stays(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    article = make_article("A")
    claims: list[Claim] = [make_claim(article, confidence=c) for c in (0.4, 0.9, 0.6)]
    store.add(article, [], 1, claims, "1")
    assert [claim.confidence for claim, _ in store.claims_by_fact()] == [0.9]


def test_entities_described_in_several_words(store: ClaimStore, make_article: MakeArticle) -> None:
    def firm(name: str, *aliases: str, country: str | None = None) -> Entity:
        return Entity(
            id="firm:torngat", label=Label.FIRM, name=name, aliases=aliases, country=country
        )

    words = [firm("Torngat", "TM"), firm("Torngat Metals", country="CA"), firm("Torngat", "TM")]
    for number, described in enumerate(words):
        store.add(make_article(f"A{number}"), [described], 1, [], "1")
    (found,) = store.entities()
    assert found == firm("Torngat", "TM", "Torngat Metals", country="CA")


@pytest.mark.parametrize("short_first", [True, False])
def test_one_article_at_two_lengths_is_kept_once(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim, short_first: bool
) -> None:
    words = [f"word{number} and{number}" for number in range(60)]
    long = make_article("T", " ".join(words))
    short = make_article("T", " ".join(words[:30]))
    for article in (short, long) if short_first else (long, short):
        store.add(article, [CHINA], 1, [make_claim(article)], "1")
    assert [a.id for a in store.articles()] == [long.id]
    assert [claim.article for claim, _ in store.claims_by_fact()] == [long.id]
    assert store.known(short.id, "1")
    assert store.known(long.id, "1")
    assert store.story(short.id) == long.id
    assert (store.source(long.id), store.source("unheard of")) == ("Wire", None)
    assert store.counts()["articles"] == 1


@pytest.mark.parametrize("change", [{"source": "Other"}, {"published": None}, {"title": "U"}])
def test_another_source_date_or_title_is_another_article(
    store: ClaimStore, make_article: MakeArticle, change: dict[str, object]
) -> None:
    text = " ".join(f"word{number}" for number in range(60))
    store.add(make_article("T", text), [], 1, [], "1")
    store.add(make_article(**{"title": "T", "text": text + " more", **change}), [], 1, [], "1")
    assert store.counts()["articles"] == 2
    assert store.join_stories() == 1


def test_a_batch_is_stored_as_a_whole_or_not_at_all(
    store: ClaimStore, make_article: MakeArticle
) -> None:
    store.add(make_article("before"), [], 1, [], "1")
    with pytest.raises(KeyError), store.batch():
        store.add(make_article("lost"), [], 1, [], "1")
        raise KeyError
    with store.batch():
        store.add(make_article("kept"), [], 1, [], "1")
    assert sorted(a.title for a in store.articles()) == ["before", "kept"]


def test_runs(path: Path) -> None:
    with ClaimStore(path) as store:
        first = store.start_run(["a.txt"], {"extractor": "1"})
        store.finish_run(first, "done", {"articles": 3})
        store.start_run([], {})
    with ClaimStore(path) as store:
        done, cut_off = store.runs()
    assert (done.inputs, done.versions, done.counts) == (
        ["a.txt"], {"extractor": "1"}, {"articles": 3},
    )  # fmt: skip
    assert (done.outcome, cut_off.outcome, cut_off.finished) == ("done", "running", None)
    assert done.finished is not None
    assert done.finished >= done.started


def test_hostile_text_is_data(store: ClaimStore, make_article: MakeArticle) -> None:
    article = make_article("'); DROP TABLE articles; --", "{{x}} MATCH (n) DELETE n \x1b[31m")
    store.add(article, [], 1, [], "1")
    assert list(store.articles()) == [article]


def test_claims_stream_out_of_an_index(path: Path, store: ClaimStore) -> None:
    assert list(store.claims_by_fact()) == []
    plan = sqlite3.connect(path).execute(
        "EXPLAIN QUERY PLAN SELECT claims.body, articles.story FROM claims CROSS JOIN articles "
        "ON articles.number = claims.article ORDER BY claims.fact, claims.published, claims.id"
    )
    assert not any("TEMP B-TREE" in row[3] for row in plan)


def test_memory_does_not_grow_with_the_store(
    store: ClaimStore, make_article: MakeArticle, make_claim: MakeClaim
) -> None:
    def peak(articles: int) -> int:
        tracemalloc.start()
        with store.batch():
            for number in range(articles):
                words = " ".join(f"w{number}x{word}" for word in range(50))
                article = make_article(f"{articles} {number}", words)
                store.add(article, [CHINA], 1, [make_claim(article)], "1")
        store.join_stories()
        assert sum(1 for _ in store.claims_by_fact()) >= articles
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(50)
    assert peak(600) < peak(100) + 500_000
