"""A title, a text and what is known about them become an article, or a problem."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from ...schema import Article, article_id
from ...schema.article import Language
from ..language import guess_language
from .canonical import canonical, canonical_line
from .problem import Problem

_DATE = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_LANGUAGES: dict[str, Language] = {"en": "en", "english": "en", "zh": "zh", "chinese": "zh"}
# An article published where it is already tomorrow.
_TIME_ZONES = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Record:
    """An article as an input gives it: raw strings; ``None`` or empty where it says nothing."""

    path: Path
    line: int
    title: str
    text: str
    lang: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    topic: str | None = None


def to_article(record: Record, problems: list[Problem]) -> Article | None:
    """The article in canonical form; ``None`` and a problem where it has no usable text.

    A date that cannot be read, or that has not come yet, is dropped with a problem: the article
    is kept and its date is unknown.
    """
    title, text = canonical_line(record.title), canonical(record.text)
    lang = _language(record.lang, text) if text else None
    if not lang:
        problems.append(Problem(record.path, record.line, _unusable(title, text)))
        return None
    return Article(
        id=article_id(title, text),
        title=title,
        text=text,
        lang=lang,
        source=canonical_line(record.source or "") or None,
        published=_published(record, problems),
        url=canonical_line(record.url or "") or None,
        topic=canonical_line(record.topic or "") or None,
        origin=f"{record.path}:{record.line}",
    )


def _unusable(title: str, text: str) -> str:
    name = f"the article {title[:40]!r}" if title else "an article without a title"
    if not text:
        return f"{name} has no text and was left out; add its text or remove it."
    return f"{name} is neither English nor Chinese and was left out; only these two are read."


def _language(given: str | None, text: str) -> Language | None:
    if given:
        return _LANGUAGES.get(re.split("[-_]", given.strip().lower())[0])
    return guess_language(text)


def _published(record: Record, problems: list[Problem]) -> dt.date | None:
    given = (record.published or "").strip()
    if not given:
        return None
    date = _date(given)
    if date and date <= dt.date.today() + _TIME_ZONES:
        return date
    reason = "has not come yet" if date else "is no date"
    problems.append(
        Problem(
            record.path,
            record.line,
            f"the date {given[:40]!r} {reason}, so the article was kept without one; "
            "give it as YYYY-MM-DD.",
        )
    )
    return None


def _date(given: str) -> dt.date | None:
    found = _DATE.match(given)
    if not found:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None
