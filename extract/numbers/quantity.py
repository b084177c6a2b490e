"""One quantity of a sentence: its kind, its value or range, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["share", "stake", "quantity", "money", "change", "rate", "price", "reserve"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number or range: ``lo`` equals ``hi`` unless a range is said.

    ``kind``: "share" and "stake" in percent, "quantity" in ``unit``, "money" in ``currency``,
    "change" in percent (negative: a fall), "reserve" what lies in the ground; "rate" (tariffs,
    purity) and "price" (money for a unit) say nothing about how much there is. ``start`` and
    ``end`` are offsets in characters. ``bound`` is "min" ("over"), "max" ("up to"), "approx"
    ("about") or ``None``.
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
