"""Who is the subject of a Chinese clause, and which names stand in a list with another."""

from __future__ import annotations

import re
from functools import cache

from .chinese_sentence import ANY_ARGUMENT, ChineseSentence, signs, words

_CLAUSES_BACK = 3


@cache
def _governed() -> re.Pattern[str]:
    """A preposition, then at most attributes and list members, up to the argument itself."""
    member = rf"[{ANY_ARGUMENT}](?:{words('attributive')}|{words('and')})?"
    return re.compile(rf"(?:{words('prepositions')})(?:{words('determiners')})?(?:{member})*$")


@cache
def _attributive() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('attributive')})")


@cache
def _bystander() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('bystanders')})")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('and')})(?:{words('list_filler')})?")


def subject(sentence: ChineseSentence, place: int, letters: str) -> int | None:
    """The place of the subject of what is said at ``place``: the first free name of its clause.

    A name behind a preposition is not free. A clause without a subject has that of the clause
    before it.
    """
    clauses = [c for c in sentence.clauses if c[0] <= place]
    for start, end in reversed(clauses[-_CLAUSES_BACK:]):
        found = _free(sentence, start, min(end, place), letters)
        if found is not None:
            return found
    return None


def _free(sentence: ChineseSentence, start: int, end: int, letters: str) -> int | None:
    text = sentence.skeleton
    wanted = signs(letters)
    for at in sentence.inside(start, end):
        if _governed().search(text, start, at) or _bystander().match(text, at + 1, end):
            continue
        head = _head(sentence, at, end, wanted)
        if head is not None:
            return head
    return None


def _head(sentence: ChineseSentence, at: int, end: int, wanted: str) -> int | None:
    """The last wanted name of a chain of attributes: in "瑞士的嘉能可" it is 嘉能可."""
    best = at if sentence.skeleton[at] in wanted else None
    while link := _attributive().match(sentence.skeleton, at + 1, end):
        at = link.end()
        if at not in sentence.at or at >= end:
            break
        if sentence.skeleton[at] in wanted:
            best = at
    return best


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
            if text[other] not in wanted or not _joint().fullmatch(text, low + 1, high):
                break
            found.append(other)
            index += step
    return sorted(found)
