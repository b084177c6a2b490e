"""Numbers with a meaning in a sentence: shares, stakes, quantities, sums of money, changes.

One small grammar for both languages; its words stand in ``quantities.yaml``. Numbers are given in
full, percentages as numbers between 0 and 100, tons as ``t``, currencies in ISO 4217.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from ..schema.article import Language
from .numerals import read_number
from .quantity_grammar import Grammar, grammar

Kind = Literal["share", "stake", "quantity", "money", "change", "rate", "price", "reserve"]
_REACH = 28


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number or range: ``lo`` equals ``hi`` unless a range is said.

    ``kind``: "share" and "stake" in percent, "quantity" in ``unit``, "money" in ``currency``,
    "change" in percent (negative: a fall), "reserve" what lies in the ground; "rate" (tariffs,
    purity) and "price" (money for a unit) say nothing about how much there is. ``start`` and ``end`` are offsets in characters. ``bound``
    is "min" ("over"), "max" ("up to"), "approx" ("about") or ``None``.
    """

    kind: Kind
    lo: float
    hi: float
    start: int
    end: int
    unit: str | None = None
    currency: str | None = None
    bound: str | None = None

    @property
    def value(self) -> float | None:
        """The number, or ``None`` for a range."""
        return self.lo if self.lo == self.hi else None


@lru_cache(maxsize=2048)
def find_quantities(text: str, lang: Language) -> tuple[Quantity, ...]:
    """All quantities of a sentence, in order of ``start``; they do not overlap."""
    rules = grammar(lang)
    found: list[Quantity] = []
    for quantity in sorted(_candidates(text, rules), key=lambda q: (q.start, -q.end)):
        if not found or quantity.start >= found[-1].end:
            found.append(_in_its_place(quantity, text, rules))
    return tuple(found)


def _candidates(text: str, rules: Grammar) -> Iterator[Quantity]:
    for match in rules.number.finditer(text):
        measure = _measure(match, rules)
        yield from _numbers(match, measure, text, rules)
    for match in rules.fraction.finditer(text):
        share = float(rules.words["fractions"][match[0].casefold()])
        yield Quantity("share", share, share, *match.span())
    for kind, words in rules.whole.items():
        for match in words.finditer(text):
            yield Quantity(cast(Kind, kind), 100.0, 100.0, *match.span())
    for match in rules.part_of.finditer(text):
        whole = read_number(match["parts"]) if match["parts"] else 1.0
        part = (
            100 * read_number(match["of"]) / whole if match["of"] else read_number(match["percent"])
        )
        yield Quantity("share", round(part, 1), round(part, 1), *match.span())


class _Measure(NamedTuple):
    kind: Kind
    factor: float = 1.0
    unit: str | None = None
    currency: str | None = None


def _measure(match: re.Match[str], rules: Grammar) -> _Measure:
    """What the number counts, by the sign before it and the word behind it."""
    words = rules.words
    if match["unit"]:
        unit, factor = words["units"][" ".join(match["unit"].split())]
        return _Measure("quantity", float(factor), unit)
    if match["point"]:
        return _Measure("rate")
    if match["percent"]:
        return _Measure("share")
    currency = words["currencies"].get(match["currency"]) or words["currency_signs"].get(
        match["sign"]
    )
    if currency:
        return _Measure("money", 1.0, None, currency)
    return _Measure("share", 10.0)


def _numbers(
    match: re.Match[str], measure: _Measure, text: str, rules: Grammar
) -> Iterator[Quantity]:
    scales = rules.words["scales"]
    last = scales.get(match["scale"], 1.0)
    first = scales.get(match["low_scale"], last if match["high"] else 1.0)
    low = read_number(match["low"]) * first * measure.factor
    high = read_number(match["high"]) * last * measure.factor if match["high"] else low
    if rules.lang == "zh" and match["tenths"]:
        low, high = _tenths(match)
    if measure.kind == "share" and max(low, high) > 100:
        measure = measure._replace(kind="rate")
    lo, hi = round(low, 6), round(high, 6)
    start = match.start("sign") if match["sign"] else match.start("low")
    whole = Quantity(measure.kind, lo, hi, start, match.end(), measure.unit, measure.currency)
    if high >= low and not _moves(match, text, measure):
        yield whole
        return
    kind: Kind = "share" if match["first"] in ("%", "percent", "per cent") else measure.kind
    yield replace(whole, kind=kind, hi=lo, end=match.end("first" if match["first"] else "low"))
    yield replace(whole, lo=hi, start=match.start("high"))


def _moves(match: re.Match[str], text: str, measure: _Measure) -> bool:
    """Whether two numbers are a movement ("fell 12% to 300 tonnes", "from 49 to 51 %")."""
    if not match["high"]:
        return False
    if match["first"] in ("%", "percent", "per cent") and measure.kind != "share":
        return True
    before = text[max(0, match.start() - 8) : match.start()]
    between = text[match.end("low") : match.start("high")]
    return bool(re.search(r"from\s|从|由", before)) and bool(re.search(r"\bto\b|至|到", between))


def _tenths(match: re.Match[str]) -> tuple[float, float]:
    """Tenths of the whole: 九成 is 90, 七成五 75, 三四成 30 to 40."""
    numeral, half = match["low"], match["half"]
    if len(numeral) == 2 and not numeral[0].isdigit() and numeral[0] != "十":
        return 10 * read_number(numeral[0]), 10 * read_number(numeral[1])
    extra = 5.0 if half == "半" else read_number(half) if half else 0.0
    low = 10 * read_number(numeral) + extra
    return low, 10 * read_number(match["high"]) + extra if match["high"] else low


def _in_its_place(quantity: Quantity, text: str, rules: Grammar) -> Quantity:
    """The quantity with the bound and the kind that the words beside it give it."""
    before = text[max(0, quantity.start - _REACH) : quantity.start]
    after = text[quantity.end : quantity.end + _REACH]
    bound: str | None = (
        "min"
        if rules.lang == "zh" and re.search("[多余]", text[quantity.start : quantity.end])
        else None
    )
    for name, pattern in rules.bound_before.items():
        if hit := pattern.search(before):
            bound, before = name, before[: hit.start()]
            break
    for name, pattern in rules.bound_after.items():
        if hit := pattern.search(after):
            bound, after = name, after[hit.end() :]
            break
    return _of_kind(replace(quantity, bound=bound), before, after, rules)


def _of_kind(quantity: Quantity, before: str, after: str, rules: Grammar) -> Quantity:
    wanted = {"share": ("rate", "stake", "change"), "money": ("price",), "quantity": ("reserve",)}.get(quantity.kind, ())
    for kind in wanted:
        left, right = rules.before.get(kind), rules.after.get(kind)
        words = (left and left.search(before)) or (right and right.search(after))
        if words:
            falls = kind == "change" and rules.falls.search(words[0])
            sign = -1 if falls else 1
            return replace(quantity, kind=cast(Kind, kind), lo=sign * quantity.lo, hi=sign * quantity.hi)
    return quantity
