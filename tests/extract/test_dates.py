"""Dates, absolute and relative, against the day of the article."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.extract.numbers.dates import find_dates

DAY = dt.date(2025, 5, 16)  # a Friday
CASES = [
    ("en", "On April 4 the ministry acted", ["2025-04-04"]),
    ("en", "Prices rose in April", ["2025-04"]),
    ("en", "The rule came in November", ["2024-11"]),
    ("en", "The plant will start in August", ["2025-08"]),
    ("en", "last year it shipped more", ["2024"]),
    ("en", "by 2030", ["2030"]),
    ("en", "since late 2023", ["2023"]),
    ("en", "In Q1 2026", ["2026"]),
    ("en", "Dec. 3, 2024", ["2024-12-03"]),
    ("en", "3 December 2024", ["2024-12-03"]),
    ("en", "in October 2022,", ["2022-10"]),
    ("en", "said on Monday", ["2025-05-12"]),
    ("en", "two years ago", ["2023"]),
    ("en", "output may rise", []),
    ("en", "2025 tonnes of oxide", []),
    ("en", "$2,025 a share", []),
    ("zh", "2025年10月20日", ["2025-10-20"]),
    ("zh", "去年产量上升", ["2024"]),
    ("zh", "今年4月起", ["2025-04"]),
    ("zh", "上月公布", ["2025-04"]),
    ("zh", "本月1日", ["2025-05-01"]),
    ("zh", "4月4日宣布", ["2025-04-04"]),
    ("zh", "公司18日公告", ["2025-04-18"]),
    ("zh", "将于8月投产", ["2025-08"]),
    ("zh", "2020年至2023年", ["2020", "2023"]),
    ("zh", "三年前", ["2022"]),
    ("zh", "周一", ["2025-05-12"]),
    ("zh", "为期6个月", []),
    ("zh", "第18号公告", []),
    ("zh", "2025财年", ["2025"]),
]


@pytest.mark.parametrize(("lang", "text", "values"), CASES)
def test_forms(lang: str, text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, lang, DAY)] == values


def test_relative_dates_stay_unknown_without_the_articles_date() -> None:
    assert find_dates("last year, in April, on Monday", "en", None) == ()
    assert [d.value for d in find_dates("去年,以及2023年12月", "zh", None)] == ["2023-12"]


def test_roles() -> None:
    roles = [d.role for d in find_dates("since 2021 and until late 2027", "en", DAY)]
    assert roles == ["since", "until"]
    assert [d.role for d in find_dates("自2001年以来,2028年起", "zh", DAY)] == ["since", "since"]


def test_a_date_that_does_not_exist_is_left_out() -> None:
    assert find_dates("2025年2月30日", "zh", DAY) == ()


def test_what_lies_ahead() -> None:
    (ahead,) = find_dates("in 2027", "en", DAY)
    (now,) = find_dates("in 2025", "en", DAY)
    assert ahead.after(DAY)
    assert not now.after(DAY)
    assert not ahead.after(None)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_full_dates_are_read_back(day: dt.date) -> None:
    chinese = f"{day.year}年{day.month}月{day.day}日"
    english = f"{day:%B} {day.day}, {day.year}"
    assert [d.value for d in find_dates(chinese, "zh", None)] == [day.isoformat()]
    assert [d.value for d in find_dates(english, "en", None)] == [day.isoformat()]


@given(st.text(max_size=60), st.sampled_from(["en", "zh"]), st.dates())
def test_any_text_is_read_without_error(text: str, lang: str, day: dt.date) -> None:
    for date in find_dates(text, lang, day):
        assert 0 <= date.start < date.end <= len(text)
