"""Where sentences end inside a line, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sentence_words import sentence_words

_ENGLISH_END = re.compile(
    r"(?P<stop>[.!?]+)(?P<close>[\"'”’)\]]*)(?: ?\[\d+\])*[.]?\s+"
    r"(?=[\"'“‘(\[]*(?P<next>[A-Z0-9$€£¥][\w’'-]*|[\u3400-\u9fff]|[a-z]\) ))"
)
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_LONGEST_WORD = 40
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*$")
_LIST_NUMBER = re.compile(r"(?:^|(?<!\b[A-Z][a-z]{2})(?<!\bSept)(?<!\bNo)[.!?:])\s*\d{1,2}$")
_CHINESE_END = re.compile(r"[。！？!?]+(?P<close>[”’」』）)》】\"']*)(?:\[\d+\])*|…+(?=\s|$)")
_OPEN, _CLOSE = "“「『（(《【", "”」』）)》】"
# Signs after which a quotation is the end of what is said: 他说：“……。”
_SPEECH = ":：,，"


def english_ends(line: str) -> Iterator[int]:
    """Offsets after which a new sentence begins, in an English line."""
    for found in _ENGLISH_END.finditer(line):
        before = line[max(0, found.start() - _LONGEST_WORD) : found.start()]
        plain = found["stop"] == "." and not found["close"]
        if not plain or _is_end(before, found["next"]):
            yield found.end()


def _is_end(before: str, following: str) -> bool:
    """Whether the full stop between these words ends a sentence."""
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word, lists = last[0].lstrip("'‘"), sentence_words()
    if word.lower() in lists["before_a_name"] or _LIST_NUMBER.search(before):
        return False
    abbreviated = word.lower() in lists["abbreviations"] or _INITIALS.match(word)
    return not abbreviated or following in lists["starters"]


def chinese_ends(line: str) -> Iterator[int]:
    """Offsets after which a new sentence begins, in a Chinese line.

    Inside brackets and quotation marks there is no end. After a quotation that ends in a full
    stop there is one where the quotation is what somebody said (after a colon or a comma).
    """
    quotations = _quotation_starts(line)
    for found in _CHINESE_END.finditer(line):
        opened = quotations[found.start()]
        over = quotations[found.end()] is None
        if opened is None or (over and opened and line[opened - 1] in _SPEECH):
            yield found.end()


def _quotation_starts(line: str) -> list[int | None]:
    """For each offset (one past the end included), where the outermost open quotation began."""
    starts: list[int | None] = []
    stack: list[int] = []
    straight: int | None = None
    last = {opening: line.rfind(closing) for opening, closing in zip(_OPEN, _CLOSE, strict=True)}
    last_straight = line.rfind('"')
    for offset, character in enumerate(line):
        starts.append(stack[0] if stack else straight)
        if character == '"':
            straight = offset if straight is None and offset < last_straight else None
        elif offset < last.get(character, 0):
            stack.append(offset)
        elif character in _CLOSE and stack:
            stack.pop()
    starts.append(stack[0] if stack else straight)
    return starts
