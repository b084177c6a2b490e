"""The forms in which the two languages write a date, compiled from the words in ``dates.yaml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ...schema.article import Language
from ..tables import alternatives, table


@cache
def date_pattern(lang: Language) -> re.Pattern[str]:
    """Matches every form of a date; a group's number only keeps its name unique."""
    rules = table("dates", "numbers")[lang]
    return re.compile((_chinese if lang == "zh" else _english)(rules), re.X)


def _chinese(rules: dict[str, Any]) -> str:
    day = r"(?P<{0}>[12]\d|3[01]|0?[1-9])\s?[日号](?![本产报])"
    return rf"""(?<![\d.])(?P<year>(?:19|20)\d\d)(?:\s?年|(?=财年))
            (?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:份|\s?{day.format("day")})?)?
        |(?P<relative_year>{alternatives(rules["years"])})
            (?:\s?(?P<month2>1[0-2]|0?[1-9])\s?月(?:份|\s?{day.format("day2")})?)?
        |(?P<relative_month>{alternatives(rules["months_relative"])})(?:\s?{day.format("day3")})?
        |(?<![\d.第个])(?P<month4>1[0-2]|0?[1-9])\s?月(?:份|\s?{day.format("day4")})?
        |(?<![\d.第月至])(?P<day5>[12]\d|3[01]|[1-9])\s?日(?![本产报元])
        |(?P<relative_day>{alternatives(rules["days"])})
        |(?<!上)(?:本)?(?:周|星期)(?P<weekday>[一二三四五六日])(?!年|家|个)
        |(?P<ago>[一二两三四五六七八九十]|\d+)年前"""


def _english(rules: dict[str, Any]) -> str:
    names = alternatives([m.capitalize() for m in rules["months"]])
    short = alternatives([m.capitalize() for m in rules["short"]] + ["Sept"])
    month = rf"(?:{names}|(?:{short})\.?)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
    year = r"(?:19|20)\d\d(?!\d)"
    lead = (
        r"(?:(?<=in\s)|(?<=[Ii]n\s)|(?<=since\s)|(?<=Since\s)|(?<=last\s)|(?<=next\s)|(?<=this\s)"
    )
    lead += r"|(?<=by\s)|(?<=until\s)|(?<=from\s)|(?<=early\s)|(?<=late\s)|(?<=mid-)|(?<=late-)"
    lead += (
        r"|(?<=early-)|(?<=before\s)|(?<=after\s)|(?<=of\s)|(?<=for\s)|(?<=previous\s)|(?<=and\s))"
    )
    relative = [*rules["years"], *rules["months_relative"], *rules["days"]]
    # What no date begins with is passed over at once; "o" is "on Monday", the others "two years".
    first = "".join(sorted({letter for word in relative for letter in word[0] + word[0].upper()}))
    return rf"""\b(?=[\dA-Z{first}otfs])(?:
        (?P<month>{month})\s(?P<day>{day})(?:,?\s(?P<year>{year}))?
        |\b(?P<day2>{day})\s(?P<month2>{month})(?:,?\s(?P<year2>{year}))?\b
        |\b(?P<month3>{month})(?:\sof)?,?\s(?P<year3>{year})
        |{lead}(?P<month4>{month})\b
        |(?<![\d,.$€£-])\b(?P<year5>{year})\b(?![\d,]*\s?(?:tonnes|tons|t\b|kg|percent|%|\.\d))
        |\b(?P<relative_year>(?i:{alternatives(rules["years"])}))\b
        |\b(?P<relative_month>(?i:{alternatives(rules["months_relative"])}))\b
        |\b(?P<relative_day>(?i:{alternatives(rules["days"])}))\b
        |\b[Oo]n\s(?P<weekday>{alternatives([d.capitalize() for d in rules["weekdays"]])})\b
        |\b(?P<ago>two|three|four|five|six|ten|\d+)\syears\s(?:ago|earlier))"""
