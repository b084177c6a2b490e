"""Singular and plural of the common nouns in the tables of things."""

from __future__ import annotations

import re

_RULES = (
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?<=[sx])es$|(?<=ch)es$"), ""),
    (re.compile(r"(?<=[a-rt-z])s$"), ""),
)


def forms(name: str) -> tuple[str, ...]:
    """The name and its other number: "magnets" and "magnet"; Chinese and codes stay as they are."""
    if not name[-1].islower() or not name.isascii() or not name[0].islower():
        return (name,)
    for ending, singular in _RULES:
        if ending.search(name):
            return (name, ending.sub(singular, name))
    if name.endswith("s"):
        return (name,)
    plural = re.sub(r"(?<=[^aeiou])y$", "ie", name)
    return (name, plural + ("es" if name.endswith(("x", "ch")) else "s"))
