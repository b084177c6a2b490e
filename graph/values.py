"""Which value a fact shows where its claims differ: the one with the most belief.

Numbers that belong together (a quantity and its unit, a range's two ends) are chosen together, and
the bound, year and forecast shown are those said of the number shown. Of equal beliefs the latest
statement wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import TypeVar

from ..schema import relation_type
from .belief import Support, joint_belief

Scalar = str | float | int | bool
Value = TypeVar("Value", bound=Hashable)

_NUMBERS = ("share", "quantity", "amount", "stake", "change_pct")
_UNITS = {"quantity": ("unit",), "amount": ("currency",)}
_RANGE = ("lo", "hi")
_HEDGES = ("bound", "forecast")  # leaving them out says something: the number is exact, is so now
_HANDLED = {*_NUMBERS, *_RANGE, *_HEDGES, "unit", "currency", "year", "date", "status"}


@cache
def measures(relation: str) -> tuple[tuple[str, ...], ...]:
    """The groups of qualifiers of a relation that make one number each.

    ``lo`` and ``hi`` are ends of a quantity where the relation has one, of a share otherwise.
    """
    fields = relation_type(relation).qualifiers.model_fields
    ranged = "quantity" if "quantity" in fields else "share"
    numbers = (n for n in _NUMBERS if n in fields)
    return tuple((n, *(_RANGE if n == ranged else ()), *_UNITS.get(n, ())) for n in numbers)


def most_believed(
    supports: Sequence[Support], value_of: Callable[[Support], Value | None]
) -> Value | None:
    """The value with the most belief among those stated, the latest of equals; None if none."""
    saying: dict[Value, list[Support]] = defaultdict(list)
    for support in supports:
        value = value_of(support)
        if value is not None:
            saying[value].append(support)

    def rank(value: Value) -> tuple[float, int, str]:
        days = [s.published.toordinal() for s in saying[value] if s.published]
        return joint_belief(saying[value]), max(days, default=0), repr(value)

    return max(saying, key=rank, default=None)


def _plain(value: Scalar | None) -> Scalar | None:
    """The value, numbers as float: 80 and 80.0 are one value and must look like one."""
    return float(value) if isinstance(value, int) else value


def _measure(keys: Sequence[str]) -> Callable[[Support], tuple[Scalar | None, ...] | None]:
    """What a claim says of the number that ``keys`` make up; None if it gives no number."""
    numbers = [k for k in keys if k in _NUMBERS or k in _RANGE]

    def measure(support: Support) -> tuple[Scalar | None, ...] | None:
        said = support.qualifiers
        stated = any(said.get(k) is not None for k in numbers)
        return tuple(_plain(said.get(k)) for k in keys) if stated else None

    return measure


def _numbers(supports: Sequence[Support]) -> tuple[dict[str, Scalar | None], Sequence[Support]]:
    """The numbers shown, and the supports that state the first of them (all, if there is none)."""
    shown: dict[str, Scalar | None] = {}
    sayers: Sequence[Support] = ()
    for keys in measures(supports[0].relation):
        measure = _measure(keys)
        value = most_believed(supports, measure)
        if value is not None:
            shown.update(zip(keys, value, strict=True))
            sayers = sayers or [s for s in supports if measure(s) == value]
    return shown, sayers or supports


def exact_dates(supports: Sequence[Support]) -> dict[str, str]:
    """Each stated date → the one more exact date that was stated of it, or itself."""
    stated = {str(s.qualifiers["date"]) for s in supports if "date" in s.qualifiers}
    ends = {d for d in stated if not any(o != d and o.startswith(d) for o in stated)}
    finer = {d: [e for e in ends if e.startswith(d)] for d in stated}
    return {d: e[0] if len(e) == 1 else d for d, e in finer.items()}


def shown_qualifiers(supports: Sequence[Support]) -> dict[str, Scalar]:
    """The qualifiers that a fact shows; its status is not among them."""
    shown, sayers = _numbers(supports)
    shown |= {key: _hedge(sayers, key) for key in _HEDGES}
    shown |= {"year": _single(sayers, "year"), "date": _date(supports)}
    others = {key for s in supports for key in s.qualifiers} - _HANDLED
    shown |= {key: _single(supports, key) for key in others}
    return {k: v for k, v in sorted(shown.items()) if v is not None and v is not False}


def _single(supports: Sequence[Support], key: str) -> Scalar | None:
    """The most believed value of a qualifier among the claims that state it."""
    return _hedge([s for s in supports if s.qualifiers.get(key) is not None], key)


def _hedge(supports: Sequence[Support], key: str) -> Scalar | None:
    """The most believed value of a qualifier, leaving it out being one."""
    value = most_believed(supports, lambda s: (s.qualifiers.get(key) or None,))
    return value[0] if value else None


def _date(supports: Sequence[Support]) -> str | None:
    dates = exact_dates(supports)
    return most_believed(supports, lambda s: dates.get(str(s.qualifiers.get("date"))))


def all_shares(supports: Sequence[Support]) -> tuple[float, ...]:
    """Every share stated, ends of ranges included, ascending; empty where all agree."""
    keys = next((m for m in measures(supports[0].relation) if m[0] == "share"), ())
    stated = {value for value in map(_measure(keys), supports) if value is not None}
    points = {float(p) for value in stated for p in value if p is not None}
    return tuple(sorted(points)) if len(stated) > 1 else ()
