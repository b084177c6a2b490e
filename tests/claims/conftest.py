"""A fresh claim store, and small articles and claims to put into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from monazite.claims import ClaimStore
from monazite.schema import Article, Claim, Label, Mention, article_id, claim_id

MakeArticle = Callable[..., Article]
MakeClaim = Callable[..., Claim]


def _mention(label: Label, id_: str, name: str) -> Mention:
    return Mention(text=name, label=label, id=id_, name=name, start=0, end=len(name))


MENTIONS = {
    "China": _mention(Label.COUNTRY, "country:cn", "China"),
    "US": _mention(Label.COUNTRY, "country:us", "US"),
    "dysprosium": _mention(Label.ELEMENT, "element:dy", "dysprosium"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "claims.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[ClaimStore]:
    with ClaimStore(path) as opened:
        yield opened


@pytest.fixture
def make_article() -> MakeArticle:
    def make(title: str, text: str = "China controls dysprosium.", **more: Any) -> Article:
        fields = {"lang": "en", "source": "Wire", "published": dt.date(2025, 9, 3), **more}
        return Article.model_validate(
            {"id": article_id(title, text), "title": title, "text": text, **fields}
        )

    return make


@pytest.fixture
def make_claim() -> MakeClaim:
    def make(
        article: Article,
        subject: str = "China",
        relation: str = "CONTROLS",
        object_: str = "dysprosium",
        index: int = 1,
        **more: Any,
    ) -> Claim:
        ends = MENTIONS[subject], MENTIONS[object_]
        fields = {
            "id": claim_id(article.id, index, ends[0].id, relation, ends[1].id),
            "article": article.id,
            "sentence_index": index,
            "sentence": article.text,
            "sentence_start": 0,
            "sentence_end": len(article.text),
            "lang": article.lang,
            "subject": ends[0],
            "relation": relation,
            "object": ends[1],
            "confidence": 0.8,
            "published": article.published,
        }
        return Claim.model_validate({**fields, **more})

    return make
