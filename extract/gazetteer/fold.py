"""Text as the tables' names are compared with it: the same length, so that offsets agree."""

from __future__ import annotations

from ..lowercase import lowercase

_SAME = {
    **dict.fromkeys("‐‑‒–—−-\t\n\r\u00a0\u3000\u2009\u202f", " "),
    **dict.fromkeys("’‘`´", "'"),
    "（": "(", "）": ")", "，": ",", "：": ":", "İ": "i",
    **{chr(0xFF10 + i): str(i) for i in range(10)},
    **{chr(0xFF21 + i): chr(0x61 + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
}  # fmt: skip
_TABLE = str.maketrans(_SAME)


def fold(text: str) -> str:
    """Lower case, hyphens as blanks, one kind of apostrophe; every character keeps its place."""
    return lowercase(text.translate(_TABLE))


def is_word(character: str) -> bool:
    """Whether a letter or digit of an alphabet (not a Han character) continues a word."""
    return character.isalnum() and (character < "\u3400" or character > "\u9fff")
