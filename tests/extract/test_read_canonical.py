"""Canonical text: one form of the same words, reached in one pass."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.extract.read.bullets import bullet_lines
from monazite.extract.read.canonical import canonical, canonical_line

PIECES = st.lists(
    st.one_of(
        st.text(max_size=4),
        st.sampled_from(
            ["\x1b[31m", "\x1b]0;x\x07", "\r\n", "\r", "\u2028", "\u3000", "\xa0", "\u200b", "é",
             "e\u0301", " \u0301", "中", "国 ", "，", "[1][3]", " - ", "Group 1: A - B", "\ud800"]
        ),
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES)
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert canonical_line(canonical_line(text)) == canonical_line(text)


@given(PIECES)
def test_nothing_hidden_is_left(text: str) -> None:
    once = canonical(text)
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in once if c != "\n")
    assert "  " not in once
    assert "\n\n" not in once
    assert "\n" not in canonical_line(text)
    once.encode("utf-8")


@given(PIECES)
def test_bullets_lose_no_letter(text: str) -> None:
    letters = [c for c in canonical(text) if c.isalnum()]
    assert [c for c in bullet_lines(canonical(text)) if c.isalnum()] == letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("稀 土 加 工", "稀土加工"),
        ("稀土 , rare  earths", "稀土 , rare earths"),
        ("中国， 美国", "中国，美国"),
        ("产能。 文章称", "产能。 文章称"),
        ("在 2025 年", "在 2025 年"),
        ("red \x1b[31malert\x1b[0m", "red alert"),
        ("a\r\n\r\n b\u2029c", "a\nb\nc"),
        ("{{ x }} <b>y</b> MATCH (n) DELETE n", "{{ x }} <b>y</b> MATCH (n) DELETE n"),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert canonical(text) == expected


def test_the_space_that_parts_a_headline_stays() -> None:
    assert canonical_line("抓住机遇 \n内蒙古布局") == "抓住机遇 内蒙古布局"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Group 1 - A b [1] - C d [2].", ["Group 1", "A b [1]", "C d [2]."]),
        ("Market Dynamics - A b [1] Next Steps - C d [2]",
         ["Market Dynamics", "A b [1]", "Next Steps", "C d [2]"]),
        ("The firm - a big one - grew.", ["The firm - a big one - grew."]),
        ("It signed the U.S. - China deal.", ["It signed the U.S. - China deal."]),
        ("He said so. - Then he left.", ["He said so.", "Then he left."]),
        ("In figures [4] and more [5] of them", ["In figures [4] and more [5] of them"]),
    ],
)  # fmt: skip
def test_bullet_lines(body: str, lines: list[str]) -> None:
    assert bullet_lines(body).split("\n") == lines
