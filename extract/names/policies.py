"""Names for measures: actor + thing + noun (month year), joined with the table where it has one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...schema import Label, entity_id
from ...schema.article import Language
from ..gazetteer import Gazetteer, Row
from ..numbers.dates import find_dates
from ..tables import table
from .candidates import Candidate

_THINGS = (Label.ELEMENT, Label.MATERIAL, Label.PRODUCT)
_NAMED = re.compile(r"《(.+?)》|^((?:[A-Z0-9][\w.-]*(?: (?:and|of|on|for|the))* ?){3,})$")
_FAR = 90


@dataclass(frozen=True, slots=True)
class Noun:
    """How a noun names a measure, and what group of measures it belongs to."""

    name: str
    kind: str
    two: bool
    pattern: re.Pattern[str]


@cache
def _nouns() -> tuple[Noun, ...]:
    return tuple(
        Noun(n["name"], n["kind"], bool(n.get("two")), re.compile(n["pattern"], re.IGNORECASE))
        for n in table("policies", "names")["nouns"]
    )


def _noun(text: str) -> Noun | None:
    return next((noun for noun in _nouns() if noun.pattern.search(text)), None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in which a measure stands, with its other mentions in order."""

    text: str
    lang: Language
    published: dt.date | None
    others: Sequence[Candidate]

    def nearest(self, at: int, labels: Sequence[Label]) -> Candidate | None:
        """The mention of one of the labels that stands nearest to ``at``, earlier ones first."""
        fitting = [c for c in self.others if c.label in labels]
        return min(fitting, key=lambda c: abs(c.start - at) + (c.start > at) * 8, default=None)

    def parties(self, at: int, count: int) -> list[Candidate]:
        """The ``count`` countries nearest before (else after) ``at``, different ones."""
        countries = sorted(
            (c for c in self.others if c.label is Label.COUNTRY),
            key=lambda c: (c.start > at, abs(c.start - at)),
        )
        return list({c.id: c for c in reversed(countries)}.values())[::-1][:count]

    def date(self, at: int) -> str | None:
        """The date nearest to ``at``, as far as it is said."""
        dates = find_dates(self.text, self.lang, self.published)
        near = [d for d in dates if abs(d.start - at) <= _FAR]
        return min(near, key=lambda d: abs(d.start - at)).value if near else None


def name_policy(
    gazetteer: Gazetteer, statement: Statement, start: int, end: int
) -> tuple[str, str, str]:
    """Id, name and how it was linked, for the measure at ``start:end`` of the statement."""
    surface = statement.text[start:end]
    noun = _noun(surface)
    parties = statement.parties(start, 2 if noun and noun.two else 1)
    thing = statement.nearest(start, _THINGS)
    date = statement.date(start)
    actor = parties[0].id.partition(":")[2].upper() if parties else None
    row = _in_table(gazetteer, noun, actor, thing, date)
    if row is not None:
        return row.id, row.key, "variant"
    name = _made_name(surface, noun, parties, thing, date)
    return entity_id(Label.POLICY, name), name, "new"


def _in_table(
    gazetteer: Gazetteer, noun: Noun | None, actor: str | None, thing: Candidate | None,
    date: str | None,
) -> Row | None:  # fmt: skip
    """The measure of the same actor, month, thing and kind, where there is exactly one."""
    if noun is None or actor is None or thing is None or date is None or len(date) < 7:
        return None
    key = thing.id.partition(":")[2]
    fitting = [
        row
        for row in gazetteer.measures(actor)
        if (row.date or "").startswith(date[:7])
        and key in {t.lower().replace(" ", "-") for t in row.things}
        and (other := _noun(row.key)) is not None
        and other.kind == noun.kind
    ]
    return fitting[0] if len(fitting) == 1 else None


def _made_name(
    surface: str, noun: Noun | None, parties: Sequence[Candidate], thing: Candidate | None,
    date: str | None,
) -> str:  # fmt: skip
    shorts = table("policies", "names")["actors"]
    who = "-".join(sorted(shorts.get(p.id[-2:].upper(), p.name) for p in parties))
    named = _NAMED.search(surface)
    if named:
        what = (named[1] or named[2]).strip()
    else:
        about = thing.name if thing and thing.name.casefold() not in surface.casefold() else ""
        words = noun.name if noun and not surface.isascii() else surface
        what = f"{_as_adjective(about)} {words}".strip()
    when = "" if date is None or re.search(r"\d{4}", what) else f" ({_readable(date)})"
    return f"{who} {what}{when}".strip() if who.casefold() not in what.casefold() else what + when


def _as_adjective(thing: str) -> str:
    return {"rare earths": "rare earth", "heavy rare earths": "heavy rare earth"}.get(thing, thing)


def _readable(date: str) -> str:
    months = table("policies", "names")["months"]
    return f"{months[int(date[5:7]) - 1]} {date[:4]}" if len(date) >= 7 else date[:4]
