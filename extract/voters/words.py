"""The closed word classes of English that the pattern voters steer by, and inflection."""

from __future__ import annotations

import re
from functools import cache

from ..tables import table

_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@cache
def words(*names: str) -> frozenset[str]:
    """The words of one or several classes of ``words_en.yaml``."""
    classes = table("words_en", "voters")
    return frozenset(word for name in names for word in str(classes[name]).split())


@cache
def party() -> re.Pattern[str]:
    """Head nouns that a country's name stands for: "smelters", "carmakers"."""
    return re.compile(re.sub(r"\s+", "", table("words_en", "voters")["parties"]))


@cache
def verb_forms(base: str) -> frozenset[str]:
    """All forms of a regular or irregular verb; the base form is one of them."""
    irregular = table("words_en", "voters")["irregular"]
    stem = base[:-1] if base.endswith("e") else base
    if _CONSONANT_Y.search(base):
        regular = {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    else:
        ending = "es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s"
        regular = {base, base + ending, stem + "ed", stem + "ing"}
    return frozenset({*regular, *str(irregular.get(base, "")).split()})


@cache
def noun_forms(base: str) -> frozenset[str]:
    """Singular and plural of a regular noun."""
    if _CONSONANT_Y.search(base):
        return frozenset({base, base[:-1] + "ies"})
    return frozenset({base, base + ("es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s")})
