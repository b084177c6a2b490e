"""Topic pages, JSON lines and folders become articles."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from monazite.extract.read import Problem, read_paths
from monazite.schema import Article

SEEDS = os.environ.get("MONAZITE_SEEDS")

PAGE = """Workflow
稀土永磁
icon
Search documents
首个标题:磁材厂扩产
Harbour Wire· 2025-09-03 09:03
Core Insights - Output rose to 400 tons [1][3] Group 1: Supply - The plant is in Baotou [3][6] \
- It has a well-known owner - a state firm [5]. Group 2 - Orders doubled [7]
没有来源的条目
Core Viewpoint - Demand will double by 2030 [1].
中文正文的条目
Bi Jia Xin Wen· 2025-11-30 06:28
中国控制着全球90%以上的稀土加 工产能。

文章称,美国需要迅 速行动 ..."""


def read(*paths: Path) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(read_paths(paths, problems)), problems


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_topic_page_entries(page: Path) -> None:
    articles, problems = read(page)
    assert not problems
    assert [a.title for a in articles] == [
        "首个标题:磁材厂扩产",
        "没有来源的条目",
        "中文正文的条目",
    ]
    first, unsourced, chinese = articles
    assert (first.source, first.published) == ("Harbour Wire", dt.date(2025, 9, 3))
    assert (unsourced.source, unsourced.published) == (None, None)
    assert {a.topic for a in articles} == {"稀土永磁"}
    assert [a.lang for a in articles] == ["en", "en", "zh"]
    assert [a.origin for a in articles] == [f"{page}:{line}" for line in (5, 8, 10)]
    assert chinese.text == "中国控制着全球90%以上的稀土加工产能。\n文章称,美国需要迅速行动 ..."


def test_bullets_and_headings_become_lines(page: Path) -> None:
    assert read(page)[0][0].text.split("\n") == [
        "Core Insights",
        "Output rose to 400 tons [1][3]",
        "Group 1: Supply",
        "The plant is in Baotou [3][6]",
        "It has a well-known owner - a state firm [5].",
        "Group 2",
        "Orders doubled [7]",
    ]


def test_body_on_several_lines_is_one_entry(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Topic\nSearch documents\nA title\n\nWire· 2025-01-02\nAn opening line\n"
        "Core Viewpoint - One [1]\nGroup 1: Two - Three [2]\r\n- Four\n",
        encoding="utf-8",
    )
    (article,), problems = read(path)
    assert not problems
    assert (article.title, article.source) == ("A title", "Wire")
    assert article.text == "An opening line\nCore Viewpoint\nOne [1]\nGroup 1: Two\nThree [2]\nFour"


@pytest.mark.parametrize("text", ["text", "body", "content"])
@pytest.mark.parametrize("source", ["source", "outlet", "publisher"])
@pytest.mark.parametrize(
    ("published", "value"),
    [("published", "2025-09-03T09:03:00Z"), ("date", "2025/9/3"), ("date", "2025年9月3日")],
)
def test_json_keys(tmp_path: Path, text: str, source: str, published: str, value: str) -> None:
    path = tmp_path / "a.jsonl"
    row = {"title": "T", text: "The mine makes lithium.", source: "Wire", published: value}
    path.write_text(json.dumps({**row, "link": "https://example.org/a"}), encoding="utf-8")
    (article,), problems = read(path)
    assert not problems
    assert article.text == "The mine makes lithium."
    assert (article.source, article.published) == ("Wire", dt.date(2025, 9, 3))
    assert (article.lang, article.url) == ("en", "https://example.org/a")


@pytest.mark.parametrize(
    ("given", "lang"), [("zh-CN", "zh"), ("Chinese", "zh"), ("en_GB", "en"), (None, "en")]
)
def test_language_as_given_or_guessed(tmp_path: Path, given: str | None, lang: str) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps({"title": "题", "text": "Plain words.", "language": given}))
    assert [a.lang for a in read(path)[0]] == [lang]


def test_annotated_sentences_join_by_title(tmp_path: Path) -> None:
    rows = [
        {"title": "One", "date": "2025-01-02", "sentence": "One", "facts": []},
        {"title": "One", "date": "2025-01-02", "sentence": "The mine is open."},
        {"title": "One", "date": "2025-01-02", "sentence": "It makes lithium."},
        {"title": "Two", "date": "2025-01-02", "sentence": "Only this."},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    articles, problems = read(path)
    assert not problems
    assert [(a.title, a.text) for a in articles] == [
        ("One", "The mine is open.\nIt makes lithium."),
        ("Two", "Only this."),
    ]
    assert articles[0].published == dt.date(2025, 1, 2)


def test_folders_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a/z.jsonl", "a/b.jsonl", ".hidden/c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"title": name, "text": "Some text."}))
    articles, problems = read(tmp_path)
    assert [a.title for a in articles] == ["a/b.jsonl", "a/z.jsonl", "b.jsonl"]
    assert not problems


def test_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode("gb18030"))
    articles, problems = read(path)
    assert not problems
    assert [a.title for a in articles][2] == "中文正文的条目"


def test_page_cut_inside_a_character(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.removesuffix(" ...").encode()[:-1])
    articles, problems = read(path)
    assert not problems
    assert articles[2].text.endswith("美国需要迅速行")


def test_reading_is_a_stream(page: Path, tmp_path: Path) -> None:
    problems: list[Problem] = []
    stream = read_paths([page, tmp_path / "missing.txt"], problems)
    next(stream)
    assert not problems
    assert len(list(stream)) == 2
    assert len(problems) == 1


@pytest.mark.skipif(not SEEDS, reason="MONAZITE_SEEDS names no folder of topic pages")
def test_seed_pages() -> None:
    articles, problems = read(Path(str(SEEDS)))
    assert not problems
    assert len(articles) == 26
    assert len({a.id for a in articles}) == 25
    assert sum(a.published is None for a in articles) == 1
    assert {a.lang for a in articles} == {"en", "zh"}
    assert all(a.topic and "·" not in a.title for a in articles)
