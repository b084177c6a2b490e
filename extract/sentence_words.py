"""The word lists of ``sentence_words.yaml``."""

from __future__ import annotations

from functools import cache

from .tables import table


@cache
def sentence_words() -> dict[str, frozenset[str]]:
    """List name to words: "before_a_name", "abbreviations", "starters", "english"."""
    return {name: frozenset(words.split()) for name, words in table("sentence_words").items()}
