"""Articles are cut where their sentences end, and every sentence knows where it stands."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.extract.language import guess_language, sentence_language
from monazite.extract.read.canonical import canonical
from monazite.extract.sentences import split, split_text
from monazite.extract.simplify import simplify
from monazite.schema import Article, article_id

GOLD = os.environ.get("MONAZITE_GOLD")

ENGLISH = [
    ["The U.S. Department of Defense paid $1.3 billion.", "It was late."],
    ["It left the U.S. The firm stayed."],
    ["It was signed on Dec. 3 in St. Louis by Mr. J. Smith of H.C. Starck Inc. for 2.5 tons."],
    ["Announcement No. 18 took effect on Oct. 9.", "In reply, prices rose."],
    ['He said: "We will sell."', "Then he did."],
    ["Prices fell 12.8% [1][3].", "Output rose [4]."],
    ["Who pays?", "Nobody!", "“Not us.”", "They left."],
    ["MP Materials Corp. The company mines."],
    ["中国 holds 90%.", "Others do not."],
]
CHINESE = [
    ["中国控制着全球90%以上的产能。", "美国没有!", "谁来做?", "没人知道。"],
    ["他说:“我们不卖。”", "市场震动。"],
    ["“我们不卖。”他说。"],
    ["“先卖。再买。”他这样说,大家都笑了。"],
    ["价格涨了(去年是3.5万元。今年更高)不少;供应紧张。"],
    ["未闭合的“引号。", "后面照样断句。"],
    ['"一年后稀土将多到不知如何处理",他说。', "然而没有。"],
]  # fmt: skip


def article(title: str, text: str, lang: Literal["en", "zh"] = "en") -> Article:
    return Article(id=article_id(title, text), title=title, text=text, lang=lang)


def cut(text: str, lang: Literal["en", "zh"]) -> list[str]:
    return [text[start:end] for start, end in split_text(text, lang)]


@pytest.mark.parametrize("sentences", ENGLISH)
def test_english(sentences: list[str]) -> None:
    if sentences[0].startswith(("It left", "MP Materials Corp")):
        sentences = re.split(r"(?<=[.]) (?=The)", sentences[0])
    assert cut(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize("sentences", CHINESE)
def test_chinese(sentences: list[str]) -> None:
    assert cut("".join(sentences), "zh") == sentences


def test_lines_labels_and_headings() -> None:
    text = (
        "Core Insights\nOutput rose [1][3]\nGroup 1: Supply. And more\nCore Viewpoint - It fell.\n"
        "Market Trends\n- A bullet. Another\nGroup 2"
    )
    found = split(article("标题:稀土", text))
    assert [(s.text, s.kind, s.lang) for s in found] == [
        ("标题:稀土", "title", "zh"),
        ("Output rose [1][3]", "body", "en"),
        ("Group 1: Supply.", "heading", "en"),
        ("And more", "body", "en"),
        ("It fell.", "body", "en"),
        ("Market Trends", "heading", "en"),
        ("A bullet.", "body", "en"),
        ("Another", "heading", "en"),
        ("Group 2", "heading", "en"),
    ]
    assert [s.index for s in found] == list(range(len(found)))


def test_no_title_no_sentence_for_it() -> None:
    assert [(s.index, s.kind) for s in split(article("", "It fell."))] == [(1, "body")]


TEXTS = st.lists(
    st.one_of(
        st.text(alphabet="aB 1.。？“”\"'（）「」…!\n[]-,", max_size=12),
        st.sampled_from(
            ["U.S. ", "Dec. 3", "Core Insights - ", "Group 1: A", "中国", "他说:“", "[1]"]
        ),
    ),
    max_size=25,
).map(lambda parts: canonical("".join(parts)))


@given(TEXTS, st.sampled_from(["en", "zh"]))
def test_offsets_cover_the_text(text: str, lang: Literal["en", "zh"]) -> None:
    found = split(article("T", text, lang))
    assert found[0].text == "T"
    last = 0
    for sentence in found[1:]:
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip() == sentence.text != ""
        assert sentence.start >= last
        between = re.sub(r"Core [A-Z][a-z]+( -)?", "", text[last : sentence.start])
        assert not any(map(str.isalnum, between))
        last = sentence.end
    assert not any(map(str.isalnum, re.sub(r"Core [A-Z][a-z]+( -)?", "", text[last:])))


@pytest.mark.parametrize("text", ['"' * 30_001, "“" * 30_000, "U.S. " * 20_000, "。" * 30_000])
def test_hostile_lines_take_little_time(text: str) -> None:
    split_text(text, "zh")
    split_text(text, "en")


def test_simplify_keeps_the_length() -> None:
    assert simplify("中國對釹鐵硼磁體實行出口許可") == "中国对钕铁硼磁体实行出口许可"
    assert simplify("F-35 needs 稀土") == "F-35 needs 稀土"


@given(st.text())
def test_simplify_is_one_for_one(text: str) -> None:
    assert len(simplify(text)) == len(text)


def test_language_of_a_text_and_of_a_sentence() -> None:
    assert guess_language("JL MAG (金力永磁) said output rose.") == "en"
    assert guess_language("金力永磁 JL MAG 产量上升") == "zh"
    assert guess_language("日本はレアアースの輸入を多様化している。") is None
    assert guess_language("417") is None
    assert sentence_language("F-35", "zh") == "en"
    assert sentence_language("417 [2]", "zh") == "zh"


def _agreement(rows: Iterable[dict[str, Any]]) -> tuple[int, int]:
    """How many annotated sentence ends there are, and how many of them are found."""
    wanted = right = 0
    for _, group in groupby(rows, key=lambda row: row["article"]):
        sentences = [row["sentence"] for row in group][1:]
        chinese = guess_language("".join(sentences)) == "zh"
        text, ends = "", set()
        for sentence in sentences:
            text += ("" if chinese or not text else _gap(text, sentence)) + sentence
            ends.add(len(text))
        found = {end for _, end in split_text(text, "zh" if chinese else "en")}
        wanted, right = wanted + len(ends), right + len(ends & found)
    return wanted, right


def _gap(text: str, following: str) -> str:
    """A line end where the page has one: around headings and after bullets."""
    last = text.rsplit("\n", 1)[-1]
    heading = following.startswith(("Group", "Core")) or last.startswith("Group")
    return "\n" if heading or not re.search(r"[.!?。”\"]$", last) else " "


@pytest.mark.skipif(not GOLD, reason="MONAZITE_GOLD names no folder of annotated sentences")
def test_annotated_boundaries_are_found() -> None:
    folder = Path(str(GOLD))
    counts = [
        _agreement(map(json.loads, path.read_text("utf-8").splitlines()))
        for path in (folder / "dev.jsonl", *sorted((folder / "articles").glob("*.jsonl")))
    ]
    assert sum(right for _, right in counts) >= 0.98 * sum(wanted for wanted, _ in counts)
