"""The mentions of sentences and of articles."""

from __future__ import annotations

import datetime as dt
import itertools
import time

import pytest
from monazite.extract.names.mentions import MentionFinder
from monazite.schema import Mention
from monazite.schema.article import Language


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder()


def _ids(mentions: list[Mention]) -> list[tuple[str, str]]:
    return [(m.text, m.id) for m in mentions]


def test_longest_name_wins(finder: MentionFinder) -> None:
    assert _ids(finder.find("Lynas Rare Earths sells NdFeB magnets to Japan.", "en")) == [
        ("Lynas Rare Earths", "firm:lynas"),
        ("NdFeB magnets", "material:ndfeb-magnets"),
        ("Japan", "country:jp"),
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("She ate an apple and told us about it.", "en"),
        ("The Wall Street Journal had the story first.", "en"),
        ("我国的银行和基金", "zh"),
    ],
)
def test_no_entities(finder: MentionFinder, text: str, lang: Language) -> None:
    assert [m for m in finder.find(text, lang) if m.label != "Country"] == []


def test_run_together_chinese_places_are_two(finder: MentionFinder) -> None:
    assert [m.text for m in finder.find("内蒙古包头的工厂", "zh")][:2] == ["内蒙古", "包头"]


def test_short_country_names_stand_in_compounds(finder: MentionFinder) -> None:
    found = finder.find("中美两国就稀土问题举行会谈,美企希望恢复供应。", "zh")
    assert [m.id for m in found if m.label == "Country"] == [
        "country:cn",
        "country:us",
        "country:us",
    ]


def test_traditional_characters_keep_offsets_and_text(finder: MentionFinder) -> None:
    text = "中國對稀土出口實施管制"
    found = finder.find(text, "zh")
    assert ("中國", "country:cn") in _ids(found)
    assert all(text[m.start : m.end] == m.text for m in found)


def test_unseen_firm_and_its_short_name(finder: MentionFinder) -> None:
    article = finder.article()
    first = article.find("Quandary Rare Earths Ltd, a miner, plans a plant in Texas.", "en")
    later = article.find("Shares in Quandary rose on Monday.", "en")
    assert [m.id for m in first if m.label == "Firm"] == ["firm:quandary-rare-earths"]
    assert [m.id for m in later if m.label == "Firm"] == ["firm:quandary-rare-earths"]


def test_an_abbreviation_defined_in_the_text(finder: MentionFinder) -> None:
    article = finder.article()
    article.find("Hollow Creek Minerals (HCM) owns a tungsten mine in Utah.", "en")
    later = article.find("The offtake was signed by HCM and Umicore.", "en")
    assert ("HCM", "firm:hollow-creek-minerals") in _ids(later)


def test_persons_are_no_entities(finder: MentionFinder) -> None:
    found = finder.find("U.S. Treasury Secretary Scott Bessent spoke about rare earths.", "en")
    assert not [m for m in found if "Bessent" in m.text]


def test_a_dated_measure_is_named_after_actor_thing_and_month(finder: MentionFinder) -> None:
    text = "Paraguay announced an export ban on lithium in June 2023."
    found = [m for m in finder.find(text, "en", dt.date(2023, 6, 8)) if m.label == "Policy"]
    assert [(m.text, m.id) for m in found] == [
        ("export ban", "policy:paraguay-lithium-export-ban-june-2023")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('China')</script>" * 40,
        "MATCH (n) DETACH DELETE n; // Lynas\x1b[31m red \x07",
        "((((" * 500 + "China" + "))))" * 500,
        "",
        "   \n\t ",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \ud83d\ude00 \u202e China",
    ],
)
def test_hostile_text_is_inert(finder: MentionFinder, text: str) -> None:
    found = finder.find(text, "en")
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_many_names_take_time_in_proportion(finder: MentionFinder) -> None:
    def seconds(count: int) -> float:
        article = finder.article()
        sentences = [f"Zorb{i:x}ax Minerals sold lithium to Japan." for i in range(count)]
        started = time.perf_counter()
        for sentence in sentences:
            article.find(sentence, "en")
        return time.perf_counter() - started

    seconds(50)
    few, many = seconds(250), seconds(2000)
    assert many < 8 * few * 3


def test_one_long_sentence_of_many_mentions_is_quick(finder: MentionFinder) -> None:
    text = "China, Japan, Lynas, " * 1700
    started = time.process_time()
    assert len(finder.find(text, "en")) == 5100
    assert time.process_time() - started < 10
