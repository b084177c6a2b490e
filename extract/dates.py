"""Dates in a sentence, absolute and relative to the article's own date.

A date is given as far as it is said: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. A month without a
year is the last one that is not after the article, the next one where the sentence speaks of the
future. Without the article's date relative dates stay unknown and are left out.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..schema.article import Language
from .date_grammar import date_pattern
from .numerals import read_number
from .tables import table

_CONTEXT = 18
_PART_OF_YEAR = re.compile(r"(?:the )?(?:early|late|mid|end of|start of|beginning of)[\s-]*$")
_CLAUSE = re.compile(r"[,;，；。:：]")


@dataclass(frozen=True, slots=True)
class Date:
    """A date that a sentence names, with its offsets in characters.

    ``role`` is "since" or "until" where a word beside it says so, otherwise "at".
    """

    value: str
    start: int
    end: int
    role: str = "at"

    @property
    def year(self) -> int:
        """The year alone."""
        return int(self.value[:4])

    def after(self, day: dt.date | None) -> bool:
        """Whether the whole of it lies after ``day``; unknown counts as no."""
        return day is not None and self.value > day.isoformat()[: len(self.value)]


@lru_cache(maxsize=2048)
def find_dates(text: str, lang: Language, published: dt.date | None) -> tuple[Date, ...]:
    """All dates of a sentence, in order; ``published`` is the day that relative ones count from."""
    rules = table("dates")[lang]
    found = []
    for match in date_pattern(lang).finditer(text):
        future = _speaks_of_future(text, match, rules)
        value = _resolve(match, rules, published, future)
        if value:
            found.append(Date(value, match.start(), match.end(), _role(text, match, rules)))
    return tuple(found)


def _speaks_of_future(text: str, match: re.Match[str], rules: dict[str, Any]) -> bool:
    before = _CLAUSE.split(text[: match.start()])[-1][-40:]
    after = _CLAUSE.split(text[match.end() :])[0][:_CONTEXT]
    words = rules["future"]
    return any(_holds(word, part) for word in words for part in (before, after))


def _holds(word: str, text: str) -> bool:
    return word in text if not word.isascii() else bool(re.search(rf"\b{word}\b", text, re.I))


def _role(text: str, match: re.Match[str], rules: dict[str, Any]) -> str:
    before = text[max(0, match.start() - 22) : match.start()].casefold()
    before = _PART_OF_YEAR.sub("", before).rstrip()
    after = text[match.end() : match.end() + 3]
    for role in ("since", "until"):
        if any(before.endswith(word) for word in rules[role]):
            return role
    return {"起": "since", "前": "until"}.get(after.lstrip()[:1], "at")


def _part(match: re.Match[str], name: str) -> str | None:
    """The first group of this name (``day``, ``day2``, ..) that took part."""
    groups = match.groupdict()
    return next((v for k, v in groups.items() if v and k.rstrip("0123456789") == name), None)


def _resolve(
    match: re.Match[str], rules: dict[str, Any], published: dt.date | None, future: bool
) -> str | None:
    year, month, day = (_part(match, name) for name in ("year", "month", "day"))
    month_number = _month(month, rules) if month else None
    day_number = int(re.sub(r"\D", "", day)) if day else None
    if year:
        return _iso(int(year), month_number, day_number)
    if published is None:
        return None
    if match["relative_year"]:
        shift = rules["years"][match["relative_year"].casefold()]
        return _iso(published.year + shift, month_number, day_number)
    if match["relative_month"]:
        shift = rules["months_relative"][match["relative_month"].casefold()]
        return _iso(*_shifted(published, shift), day_number)
    if match["relative_day"]:
        shift = rules["days"][match["relative_day"].casefold()]
        return (published + dt.timedelta(days=shift)).isoformat()
    if match["weekday"]:
        return _weekday(match["weekday"].casefold(), rules, published)
    if match["ago"]:
        return _years_ago(match["ago"], published)
    return _nearest(month_number, day_number, published, future)


def _month(text: str, rules: dict[str, Any]) -> int:
    if text.isdigit():
        return int(text)
    return int(rules["short"].index(text.casefold()[:3]) + 1)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _shifted(day: dt.date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def _weekday(name: str, rules: dict[str, Any], published: dt.date) -> str:
    back = (published.weekday() - rules["weekdays"].index(name)) % 7
    return (published - dt.timedelta(days=back)).isoformat()


def _years_ago(text: str, published: dt.date) -> str:
    return f"{published.year - int(read_number(text)):04d}"


def _nearest(month: int | None, day: int | None, published: dt.date, future: bool) -> str | None:
    """A date without a year, or a day without a month: the last, or where future, the next one."""
    if month is None:
        before = day is not None and day <= published.day
        return _iso(
            *_shifted(published, (1 if before else 0) if future else (0 if before else -1)), day
        )
    if (month, day or 1) <= (published.month, published.day if day else 31):
        ahead = future and (month, day or 31) < (published.month, published.day)
        return _iso(published.year + ahead, month, day)
    return _iso(published.year - (not future), month, day)
