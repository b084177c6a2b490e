"""Dates in a sentence, absolute and relative to the article's own date.

A date is given as far as it is said: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. A month without a
year is the last one that is not after the article, the next one where the sentence speaks of the
future. Without the article's date relative dates stay unknown and are left out.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ...schema.article import Language
from ..lowercase import lowercase
from ..tables import alternatives, table
from .date_grammar import date_pattern
from .date_resolution import resolve

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


@lru_cache(maxsize=256)
def find_dates(text: str, lang: Language, published: dt.date | None) -> tuple[Date, ...]:
    """All dates of a sentence, in order; ``published`` is the day that relative ones count from."""
    rules = table("dates", "numbers")[lang]
    found = []
    for match in date_pattern(lang).finditer(text):
        future = _speaks_of_future(text, match, _future(lang))
        value = resolve(match, rules, published, future)
        if value:
            found.append(Date(value, match.start(), match.end(), _role(text, match, rules)))
    return tuple(found)


def _speaks_of_future(text: str, match: re.Match[str], future: re.Pattern[str]) -> bool:
    before = _CLAUSE.split(text[: match.start()])[-1][-40:]
    after = _CLAUSE.split(text[match.end() :])[0][:_CONTEXT]
    return any(future.search(lowercase(part)) for part in (before, after))


@cache
def _future(lang: Language) -> re.Pattern[str]:
    edge = r"\b" if lang == "en" else ""
    return re.compile(f"{edge}(?:{alternatives(table('dates', 'numbers')[lang]['future'])}){edge}")


def _role(text: str, match: re.Match[str], rules: dict[str, Any]) -> str:
    before = text[max(0, match.start() - 22) : match.start()].casefold()
    before = _PART_OF_YEAR.sub("", before).rstrip()
    after = text[match.end() : match.end() + 3]
    for role in ("since", "until"):
        if any(before.endswith(word) for word in rules[role]):
            return role
    return {"起": "since", "前": "until"}.get(after.lstrip()[:1], "at")
