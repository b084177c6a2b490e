"""English or Chinese: told from the script, and for Latin letters from the commonest words."""

from __future__ import annotations

import re

from ..schema.article import Language
from .sentence_words import sentence_words

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3040-\u30ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
# One Han character carries about as much as this many Latin letters.
_LETTERS_PER_HAN = 2
_FEW_WORDS = 25
_LEAST_SHARE = 0.08


def sentence_language(text: str, otherwise: Language) -> Language:
    """The language of one sentence; ``otherwise`` where it has no letters of either script."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if not han and not latin:
        return otherwise
    return "zh" if han * _LETTERS_PER_HAN >= latin else "en"


def guess_language(text: str) -> Language | None:
    """The language of a whole text; ``None`` where it is neither English nor Chinese."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    letters = sum(map(str.isalpha, text))
    if not letters or (han + latin) < 0.7 * letters:
        return None
    if han * _LETTERS_PER_HAN >= latin:
        return None if len(_KANA.findall(text)) > 0.1 * letters else "zh"
    return "en" if _reads_as_english(text) else None


def _reads_as_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    common = sentence_words()["english"]
    if len(words) < _FEW_WORDS:
        return True
    return sum(word in common for word in words) >= _LEAST_SHARE * len(words)
