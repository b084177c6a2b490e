"""Reading numbers as they are written: digits, English words, Chinese numerals."""

from __future__ import annotations

from functools import cache

from ..tables import table

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE_NUMERALS = "".join((*_DIGITS, *_UNITS, *_MYRIADS))


def read_number(text: str) -> float:
    """The value of digits ("17,500"), English words ("four") or Chinese numerals ("一万五千")."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    words = _english_words()
    parts = text.casefold().replace("-", " ").split()
    if all(part in words for part in parts):
        return _english(parts, words)
    return _chinese(text)


@cache
def _english_words() -> dict[str, float]:
    return {str(k): float(v) for k, v in table("quantities", "numbers")["en"]["numerals"].items()}


def _english(parts: list[str], words: dict[str, float]) -> float:
    total = 0.0
    for part in parts:
        value = words[part]
        total = max(total, 1) * value if value >= 100 else total + value
    return total


def _chinese(text: str) -> float:
    """Positional numerals; digits after 点 and a bare digit after a unit (一万五) count too."""
    whole, _, fraction = text.partition("点")
    value = _chinese_whole(whole)
    return value + sum((_DIGITS[d] / 10.0**i for i, d in enumerate(fraction, 1)), 0.0)


def _chinese_whole(text: str) -> float:
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return float("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    last = 1
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
            last = 1 if digit == 0 else last
        elif c in _UNITS:
            section += (digit or 1) * _UNITS[c]
            digit, last = 0, _UNITS[c]
        else:
            total = (total + section + digit or 1) * _MYRIADS[c]
            section = digit = 0
            last = _MYRIADS[c]
    return float(total + section + digit * max(last // 10, 1))
