"""Reading the numbers of a sentence and what they count, whatever words stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from ..lowercase import lowercase
from .numerals import read_number
from .quantity import Kind, Quantity
from .quantity_grammar import Grammar

_PERCENT = ("%", "％", "percent", "per cent")


def read_quantities(text: str, rules: Grammar) -> Iterator[Quantity]:
    """Every number with a unit, fraction and word for the whole; they may overlap."""
    for match in rules.number.finditer(text):
        yield from _numbers(match, _measure(match, rules), text, rules)
    lower = lowercase(text)
    for match in rules.fraction.finditer(lower):
        share = float(rules.words["fractions"][match[0]])
        yield Quantity("share", share, share, *match.span())
    for kind, words in rules.whole.items():
        for match in words.finditer(lower):
            yield Quantity(cast(Kind, kind), 100.0, 100.0, *match.span())
    for match in rules.part_of.finditer(text):
        share = _part_of(match)
        yield Quantity("share", share, share, *match.span())


def _part_of(match: re.Match[str]) -> float:
    """In percent: 百分之九十 is 90, 三分之二 66.7."""
    if match["percent"]:
        return read_number(match["percent"])
    return round(100 * read_number(match["of"]) / (read_number(match["parts"]) or 100), 1)


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
    if match["currency"] or match["sign"]:
        signs, names = words["currency_signs"], words["currencies"]
        currency = names.get(match["currency"]) or signs[match["sign"]]
        return _Measure("money", currency=currency)
    return _Measure("share")


def _numbers(
    match: re.Match[str], measure: _Measure, text: str, rules: Grammar
) -> Iterator[Quantity]:
    """One quantity for a number or a range, two for a movement from one number to another."""
    lo, hi = _bounds(match, measure, rules)
    kind: Kind = "rate" if measure.kind == "share" and max(lo, hi) > 100 else measure.kind
    start = match.start("sign") if match["sign"] else match.start("low")
    whole = Quantity(kind, lo, hi, start, match.end(), measure.unit, measure.currency)
    if hi >= lo and not _moves(match, text, measure):
        yield whole
        return
    kind = "share" if match["first"] in _PERCENT else kind
    yield replace(whole, kind=kind, hi=lo, end=match.end("first" if match["first"] else "low"))
    yield replace(whole, lo=hi, start=match.start("high"))


def _bounds(match: re.Match[str], measure: _Measure, rules: Grammar) -> tuple[float, float]:
    if rules.lang == "zh" and match["tenths"]:
        return _tenths(match)
    scales = rules.words["scales"]
    last = scales.get(match["scale"], 1.0)
    first = scales.get(match["low_scale"], last if match["high"] else 1.0)
    low = read_number(match["low"]) * first * measure.factor
    high = read_number(match["high"]) * last * measure.factor if match["high"] else low
    return round(low, 6), round(high, 6)


def _moves(match: re.Match[str], text: str, measure: _Measure) -> bool:
    """Whether two numbers are a movement ("fell 12% to 300 tonnes", "from 49 to 51 %")."""
    if not match["high"]:
        return False
    if match["first"] in _PERCENT and measure.kind != "share":
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
