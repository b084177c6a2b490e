"""From the words of a date to a partial ISO date, counted from the day of the article."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

from .numerals import read_number

_NO_DIGIT = re.compile(r"\D")


def _part(match: re.Match[str], name: str) -> str | None:
    """The first group of this name (``day``, ``day2``, ..) that took part."""
    groups = match.groupdict()
    return next((v for k, v in groups.items() if v and k.rstrip("0123456789") == name), None)


def resolve(
    match: re.Match[str], rules: dict[str, Any], published: dt.date | None, future: bool
) -> str | None:
    """The partial ISO date that the match means, or ``None`` where it cannot be known."""
    year, month, day = (_part(match, name) for name in ("year", "month", "day"))
    month_number = _month(month, rules) if month else None
    day_number = int(_NO_DIGIT.sub("", day)) if day else None
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
    if month_number or day_number:
        return _nearest(month_number, day_number, published, future)
    return _counted_back(match, rules, published)


def _counted_back(match: re.Match[str], rules: dict[str, Any], published: dt.date) -> str:
    """Yesterday, a weekday, so many years ago."""
    if match["ago"]:
        return f"{published.year - int(read_number(match['ago'])):04d}"
    if match["weekday"]:
        weekday = rules["weekdays"].index(match["weekday"].casefold())
        shift = -((published.weekday() - weekday) % 7)
    else:
        shift = rules["days"][match["relative_day"].casefold()]
    return (published + dt.timedelta(days=shift)).isoformat()


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


def _nearest(month: int | None, day: int | None, published: dt.date, future: bool) -> str | None:
    """A date without a year, or a day without a month: the last, or where future, the next one."""
    if month is None:
        passed = day is not None and day <= published.day
        return _iso(*_shifted(published, passed if future else passed - 1), day)
    if (month, day or 1) <= (published.month, published.day if day else 31):
        ahead = future and (month, day or 31) < (published.month, published.day)
        return _iso(published.year + ahead, month, day)
    return _iso(published.year - (not future), month, day)
