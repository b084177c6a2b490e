"""Who is the subject of a Chinese clause, and which names stand in a list with another."""

from __future__ import annotations

import re
from functools import cache

from .chinese_sentence import ANY_ARGUMENT, ChineseSentence, signs, words

_CLAUSES_BACK = 5
_INSIDE = re.compile("位于|设在|在")
_SECTOR = re.compile("工业|产业|业|厂")
_REFERRING = re.compile("[后前]者")


@cache
def _governed() -> re.Pattern[str]:
    """A preposition, then at most attributes and list members, up to the argument itself."""
    member = rf"[{ANY_ARGUMENT}](?:{words('attributive')}|{words('and')})?"
    place = rf"(?:{words('place_prepositions')})(?:[{signs('CP')}](?:的(?=[{signs('CP')}]))?)*$"
    other = rf"(?:{words('prepositions')})(?:{words('determiners')})?(?:{member})*$"
    return re.compile(f"{place}|{other}")


@cache
def _softly_governed() -> re.Pattern[str]:
    member = rf"[{ANY_ARGUMENT}](?:{words('attributive')}|{words('and')})?"
    return re.compile(rf"(?:{words('soft_prepositions')})(?:{words('determiners')})?(?:{member})*$")


@cache
def _attributive() -> re.Pattern[str]:
    return re.compile(rf"(?P<link>{words('attributive')})(?=[{ANY_ARGUMENT}])")


@cache
def _bystander() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('bystanders')})")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('and')})(?:{words('list_filler')})?")


def subject(sentence: ChineseSentence, place: int, letters: str) -> int | None:
    """The place of the subject of what is said at ``place``: the first free name of its clause.

    A name behind a preposition is not free; behind one that may also begin a clause ("因", "据")
    it is the second choice. A clause without a subject has that of the clause before it, one that
    begins with 后者 or 前者 the last or the first name before it.
    """
    wanted = signs(letters)
    clauses = [c for c in sentence.clauses if c[0] <= place]
    second = None
    for start, end in reversed(clauses[-_CLAUSES_BACK:]):
        found = _referred(sentence, start, min(end, place), wanted)
        if found is None:
            found, soft = _free(sentence, start, min(end, place), wanted)
            second = soft if second is None else second
        if found is not None:
            return found
    return second


def _referred(sentence: ChineseSentence, start: int, end: int, wanted: str) -> int | None:
    """The name that 后者 or 前者 in this clause stands for."""
    word = _REFERRING.search(sentence.skeleton, start, end)
    names = (
        [a for a in sentence.inside(0, word.start()) if sentence.skeleton[a] in wanted]
        if word
        else []
    )
    if not word or not names:
        return None
    return names[-1] if word[0] == "后者" else names[0]


def _free(
    sentence: ChineseSentence, start: int, end: int, wanted: str
) -> tuple[int | None, int | None]:
    """The first free name between two places, and the first behind a soft preposition."""
    text = sentence.skeleton
    soft = None
    for at in sentence.inside(start, end):
        if _governed().search(text, start, at) or _bystander().match(text, at + 1, end):
            continue
        head = _head(sentence, at, end, wanted)
        if head is None:
            continue
        if not _softly_governed().search(text, start, at):
            return head, soft
        soft = head if soft is None else soft
    return None, soft


def _head(sentence: ChineseSentence, at: int, end: int, wanted: str) -> int | None:
    """The last wanted name of a chain of attributes: in "瑞士的嘉能可" it is 嘉能可."""
    best = at if sentence.skeleton[at] in wanted and not _sector(sentence, at) else None
    inside = False
    while link := _attributive().match(sentence.skeleton, at + 1, end):
        at = link.end()
        if at >= end:
            break
        place = sentence.skeleton[at] in signs("CP")
        inside = place and (inside or bool(_INSIDE.match(link["link"])))
        if sentence.skeleton[at] in wanted and not inside and not _sector(sentence, at):
            best = at
    return best


def _sector(sentence: ChineseSentence, at: int) -> bool:
    """Whether the name stands for a branch of industry: in "汽车工业" it is no product."""
    return sentence.skeleton[at] == signs("D") and bool(_SECTOR.match(sentence.skeleton, at + 1))


def members(sentence: ChineseSentence, at: int, letters: str) -> list[int]:
    """The names in a list with the one at ``at``, itself included, in order."""
    wanted, text = signs(letters), sentence.skeleton
    found = [at]
    places = sorted(sentence.at)
    for step in (1, -1):
        index = places.index(at)
        while 0 <= index + step < len(places):
            low, high = sorted((places[index], places[index + step]))
            other = places[index + step]
            if text[other] not in wanted or not _joined(text, low, high):
                break
            found.append(other)
            index += step
    return sorted(found)


def _joined(text: str, low: int, high: int) -> bool:
    """Whether two names stand in a list; countries ("日韩") and places also side by side."""
    if high == low + 1:
        return {text[low], text[high]} <= set(signs("CP"))
    return bool(_joint().fullmatch(text, low + 1, high))
