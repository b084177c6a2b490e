"""Canonical text: what an article's words are, whatever file they came in.

Unicode NFC, lines ended by LF, one space between words, no empty lines; control characters,
terminal escapes, invisible and bidirectional marks are gone, and the stray spaces that web pages
leave between Han characters are joined. Canonical text is left as it is by a second pass.
"""

from __future__ import annotations

import re
import unicodedata

from ..language import HAN

_TERMINAL_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINES = re.compile(" ?\n[ \n]*")
_INNER = f"{HAN}、，：《》“”"
_STRAY_SPACE = re.compile(f"(?<=[{_INNER}]) (?=[{HAN}])|(?<=[{HAN}]) (?=[{_INNER}])")


def canonical(text: str) -> str:
    """``text`` in canonical form; lines stay lines."""
    return _STRAY_SPACE.sub("", _clean(text))


def canonical_line(text: str) -> str:
    """A title or a name in canonical form, on one line; the space that parts a headline stays."""
    return _SPACES.sub(" ", _clean(text).replace("\n", " "))


def _clean(text: str) -> str:
    text = _LINE_END.sub("\n", _TERMINAL_ESCAPE.sub("", text))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip(" \n")
