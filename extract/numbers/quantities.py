"""Numbers with a meaning in a sentence: shares, stakes, quantities, sums of money, changes.

One small grammar for both languages; its words stand in ``quantities.yaml``. Numbers are given in
full, percentages as numbers between 0 and 100, tons as ``t``, currencies in ISO 4217.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ...schema.article import Language
from .quantity import Kind, Quantity
from .quantity_grammar import Grammar, grammar
from .quantity_reading import read_quantities

__all__ = ["Quantity", "find_quantities"]

_REACH = 28
_MORE = re.compile("[多余]")
# What the words beside a number can make of its kind.
_SPECIAL: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    "share": ("rate", "stake", "change"),
    "money": ("price",),
    "quantity": ("reserve",),
}


@lru_cache(maxsize=256)
def find_quantities(text: str, lang: Language) -> tuple[Quantity, ...]:
    """All quantities of a sentence, in order of ``start``; they do not overlap."""
    rules = grammar(lang)
    found: list[Quantity] = []
    for quantity in sorted(read_quantities(text, rules), key=lambda q: (q.start, -q.end)):
        if not found or quantity.start >= found[-1].end:
            found.append(_in_its_place(quantity, text, rules))
    return tuple(found)


def _in_its_place(quantity: Quantity, text: str, rules: Grammar) -> Quantity:
    """The quantity with the bound and the kind that the words beside it give it."""
    before = text[max(0, quantity.start - _REACH) : quantity.start]
    after = text[quantity.end : quantity.end + _REACH]
    bound = "min" if _MORE.search(text, quantity.start, quantity.end) else None
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
    for kind in _SPECIAL.get(quantity.kind, ()):
        left, right = rules.before.get(kind), rules.after.get(kind)
        words = (left and left.search(before)) or (right and right.search(after))
        if words:
            falls = kind == "change" and rules.falls.search(words[0])
            sign = -1 if falls else 1
            return replace(quantity, kind=kind, lo=sign * quantity.lo, hi=sign * quantity.hi)
    return quantity
