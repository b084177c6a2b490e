"""Copies and short versions are one story; reports in other words are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from monazite.claims import ClaimStore
from monazite.claims.shingles import containment, jaccard, shingles, sketch
from monazite.schema import Article

from .conftest import MakeArticle

REPORT = (
    "China has suspended for one year the export controls on rare earths that it announced in "
    "October, the Ministry of Commerce said on Friday. The suspension covers the rule under which "
    "goods made abroad needed a licence when a thousandth of their value was Chinese rare earths. "
    "The licences introduced in April for seven elements stay in force. Magnet makers in Germany "
    "said that orders had begun to arrive again, although stocks remained thin."
)
COPY = REPORT.replace("on Friday", "in a notice").replace("Germany", "Europe [2]").upper()
SHORT = REPORT[: REPORT.index("The licences")]
REWORDED = (
    "Beijing is putting its newest rare earth rules on ice until November 2026. Under them, "
    "foreign factories would have had to ask for permission before shipping products with Chinese "
    "content. Older rules on dysprosium and six other metals are not touched, officials said, "
    "and European producers of magnets report that deliveries are slowly coming back."
)
CHINESE = (
    "中国商务部宣布,自11月10日起暂停实施10月公布的稀土出口管制措施一年,"
    "4月对七种中重稀土实施的许可制度继续有效。"
)
CHINESE_COPY = CHINESE.replace("宣布", "周五表示").replace("继续有效", "不受影响")


@pytest.fixture
def articles(make_article: MakeArticle) -> dict[str, Article]:
    texts = {
        "report": REPORT, "copy": COPY, "short": SHORT, "reworded": REWORDED,
        "chinese": CHINESE, "chinese copy": CHINESE_COPY,
        "flash": "Prices rose.", "same flash": "Prices rose!", "other flash": "Prices fell.",
    }  # fmt: skip
    return {
        name: make_article(name, text, lang="zh" if "chinese" in name else "en", source=name)
        for name, text in texts.items()
    }


def groups(store: ClaimStore, articles: dict[str, Article]) -> set[frozenset[str]]:
    stories: dict[str, set[str]] = {}
    for name, article in articles.items():
        stories.setdefault(str(store.story(article.id)), set()).add(name)
    return {frozenset(names) for names in stories.values()}


@pytest.mark.parametrize("seed", range(5))
def test_stories_in_any_order(store: ClaimStore, articles: dict[str, Article], seed: int) -> None:
    order = list(articles.values())
    random.Random(seed).shuffle(order)
    for article in order:
        store.add(article, [], 1, [], "1")
        if seed % 2:
            store.join_stories()
    duplicates = store.join_stories()
    assert groups(store, articles) == {
        frozenset({"report", "copy", "short"}),
        frozenset({"reworded"}),
        frozenset({"chinese", "chinese copy"}),
        frozenset({"flash"}),
        frozenset({"same flash"}),
        frozenset({"other flash"}),
    }
    assert duplicates == 3
    members = [articles[name].id for name in ("report", "copy", "short")]
    assert store.story(members[0]) == min(members)


def test_short_texts_with_one_title_must_agree_as_a_whole(
    store: ClaimStore, make_article: MakeArticle
) -> None:
    for text in ("Prices rose.", "Prices rose!", "Prices fell."):
        store.add(make_article("Flash", text, source=text), [], 1, [], "1")
    assert store.join_stories() == 1


def test_only_new_articles_are_compared(path: Path, articles: dict[str, Article]) -> None:
    with ClaimStore(path) as store:
        store.add(articles["report"], [], 1, [], "1")
        store.add(articles["copy"], [], 1, [], "1")
        assert store.join_stories() == 1
    with ClaimStore(path) as store:
        changed_before = store._connection.total_changes
        assert store.join_stories() == 1
        assert store._connection.total_changes == changed_before
        store.add(articles["short"], [], 1, [], "1")
        assert store.join_stories() == 2


def test_a_replaced_version_leaves_its_story_right(
    store: ClaimStore, make_article: MakeArticle
) -> None:
    short, long = make_article("T", SHORT), make_article("T", REPORT)
    copy = make_article("Copy", COPY, source="Other")
    for article in (short, copy):
        store.add(article, [], 1, [], "1")
    store.join_stories()
    store.add(long, [], 1, [], "1")
    assert store.join_stories() == 1
    assert store.story(copy.id) == store.story(long.id) == min(copy.id, long.id)


def test_very_many_copies_are_one_story(store: ClaimStore, make_article: MakeArticle) -> None:
    with store.batch():
        for number in range(150):
            text = f"{REPORT} Outlet {number} has more."
            store.add(make_article(f"T{number}", text, source=str(number)), [], 1, [], "1")
    assert store.join_stories() == 149


def test_shingles_and_sketch() -> None:
    whole, part = shingles(REPORT, "en"), shingles(SHORT, "en")
    assert containment(whole, part) == 1.0
    assert jaccard(whole, part) == pytest.approx(len(part) / len(whole))
    assert set(sketch(part)) <= set(sketch(whole))
    assert 0 < len(sketch(whole)) < len(whole) / 4
    assert shingles("", "en") == shingles("[1][2] !", "zh") == frozenset()
