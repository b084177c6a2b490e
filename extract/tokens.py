"""Cuts text into the tokens that the tagger labels."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_\u3400-\u9fff]+|\d+|\S")


def tokenize(text: str) -> list[tuple[int, int]]:
    """Offsets of words, numbers, single Han characters and single marks, in order."""
    return [match.span() for match in _TOKEN.finditer(text)]
