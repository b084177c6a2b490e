"""The extractor from articles to claims, and the rows that it is written as."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from monazite.errors import UnknownName
from monazite.extract.jsonl import sentence_rows, write_jsonl
from monazite.extract.pipeline import Extractor
from monazite.schema import Article, article_id

ENGLISH = (
    "Lynas separates dysprosium at a plant in Malaysia",
    "Lynas operates Mount Weld in Western Australia. The company does not produce gallium. "
    "China controls 70% of the world's rare earths.",
)
CHINESE = ("中国控制稀土", "中国占全球稀土产量的70%。")


def _article(title: str, text: str, lang: str = "en", day: int = 1) -> Article:
    published = dt.date(2025, 5, day)
    return Article(
        id=article_id(title, text), title=title, text=text, lang=lang, published=published
    )


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_an_article_becomes_claims(extractor: Extractor) -> None:
    (found,) = extractor.extract([_article(*ENGLISH)])
    facts = {(c.subject.id, c.relation, c.object.id) for c in found.claims if not c.negated}
    assert ("firm:lynas", "OPERATES", "mine:mount-weld") in facts
    assert ("country:cn", "CONTROLS", "element:rare-earths") in facts
    assert [s.kind for s in found.sentences] == ["title", "body", "body", "body"]
    assert len(found.mentions) == len(found.sentences)
    assert {"firm:lynas", "country:cn"} <= {entity.id for entity in found.entities}


def test_offsets_lead_back_to_the_words(extractor: Extractor) -> None:
    article = _article(*ENGLISH)
    (found,) = extractor.extract([article])
    for claim in found.claims:
        source = article.title if claim.in_title else article.text
        assert source[claim.sentence_start : claim.sentence_end] == claim.sentence
        for end in (claim.subject, claim.object):
            assert claim.sentence[end.start : end.end] == end.text


def test_order_is_that_of_the_articles_whatever_the_language(extractor: Extractor) -> None:
    articles = [_article(*ENGLISH, day=d) for d in (1, 2)]
    articles.insert(1, _article(*CHINESE, lang="zh"))
    found = list(extractor.extract(iter(articles)))
    assert [f.article for f in found] == articles
    assert any(claim.lang == "zh" for claim in found[1].claims)


def test_a_batch_changes_nothing(extractor: Extractor) -> None:
    articles = [_article(*ENGLISH)] * 70
    found = list(extractor.extract(articles))
    assert len(found) == 70
    assert found[0].claims == found[-1].claims


def test_an_empty_article_states_nothing(extractor: Extractor) -> None:
    (found,) = extractor.extract([_article("", "")])
    assert (found.sentences, found.claims) == ([], [])


def test_the_version_names_the_choice_of_voters(extractor: Extractor) -> None:
    assert extractor.version == Extractor().version
    assert extractor.version != Extractor(["patterns-en"]).version


def test_a_voter_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownName, match="patterns-en"):
        list(Extractor(["pattern-en"]).extract([_article(*ENGLISH)]))


def test_rows_are_sentences_and_leave_denials_out(extractor: Extractor) -> None:
    found = list(extractor.extract([_article(*ENGLISH)]))
    rows = list(sentence_rows(found))
    assert [row["sentence"] for row in rows] == [s.text for s in found[0].sentences]
    assert rows[2]["claims"] == []
    assert list(map(json.loads, write_jsonl(found))) == rows
    assert rows[0]["date"] == "2025-05-01"


_GOLD = os.environ.get("MONAZITE_GOLD")


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _articles(rows: list[dict[str, Any]]) -> list[Article]:
    texts: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        texts.setdefault((row["article"], row["title"]), []).append(row)
    return [
        _dated(found[0], "\n".join(r["sentence"] for r in found if r["sentence"] != r["title"]))
        for found in texts.values()
    ]


def _dated(row: dict[str, Any], text: str) -> Article:
    day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
    id_ = article_id(row["title"], text)
    return Article(id=id_, title=row["title"], text=text, lang=row["lang"], published=day)


@pytest.mark.skipif(not _GOLD, reason="MONAZITE_GOLD does not name the folder of annotated files")
@pytest.mark.parametrize(
    ("name", "least"),
    [("dev.jsonl", 0.5), ("hand.jsonl", 0.55), ("articles/en-report.jsonl", 0.35),
     ("articles/en-digest.jsonl", 0.45), ("articles/en-wire.jsonl", 0.5)],
)  # fmt: skip
def test_the_annotated_articles(extractor: Extractor, name: str, least: float) -> None:
    folder = Path(str(_GOLD))
    rows = [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["lang"] == "en"]
    predicted = list(sentence_rows(extractor.extract(_articles(rows))))
    report = _scorer(folder).score(rows, predicted)
    assert report["fact"]["f1"] >= least
    assert report["reversed"] <= 0.02 * report["fact"]["predicted"]
