"""The mentions of single sentences."""

from __future__ import annotations

import pytest

from monazite.extract.mentions import MentionFinder


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    return MentionFinder()


def test_longest_name_wins(finder: MentionFinder) -> None:
    mentions = finder.find("Lynas Rare Earths sells NdFeB magnets to Japan.", "en")
    assert [(m.text, m.id) for m in mentions] == [
        ("Lynas Rare Earths", "firm:lynas"),
        ("NdFeB magnets", "material:ndfeb-magnets"),
        ("Japan", "country:jp"),
    ]


def test_letter_case_counts(finder: MentionFinder) -> None:
    assert finder.find("She ate an apple and told us about it.", "en") == []


def test_run_together_chinese_places_are_two(finder: MentionFinder) -> None:
    assert [m.text for m in finder.find("内蒙古包头的工厂", "zh")] == ["内蒙古", "包头"]
