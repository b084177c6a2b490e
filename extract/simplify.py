"""Traditional to simplified Chinese, one character for one, so that offsets stay as they are."""

from __future__ import annotations

from functools import lru_cache


def simplify(text: str) -> str:
    """``text`` in simplified characters; always of the same length."""
    if text.isascii():
        return text
    return text.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    """OpenCC's character table; where it offers several, the first (the usual one) is taken."""
    from importlib.resources import files

    lines = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    choices = ((old, new.split(" ")[0]) for old, new in pairs)
    return {ord(old): ord(new) for old, new in choices if old != new and len(old) == len(new) == 1}
