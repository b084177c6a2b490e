"""The word lists of ``sentence_words.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def sentence_words() -> dict[str, frozenset[str]]:
    """List name to words: "before_a_name", "abbreviations", "starters", "english"."""
    import yaml

    text = (files(__package__) / "sentence_words.yaml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in yaml.safe_load(text).items()}
