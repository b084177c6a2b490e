"""From a found name to an entity: an id of the tables, a near name's id, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from ...schema import Label, entity_id
from ..gazetteer import Gazetteer
from ..tables import table
from .candidates import Candidate
from .known import Known, KnownNames

_CLOSED = (Label.COUNTRY, Label.ELEMENT)
_LONG_ENOUGH = 6
_LONGEST_NAME = 200  # characters
_ABBREVIATION = re.compile(r" ?\((?:the )?[\"“]?([A-Z][A-Za-z&]{1,8})[\"”]?\)")
_WORDS = re.compile(r"[A-Za-z]\w*")
Found: TypeAlias = tuple[int, int, Label]


class Identity(NamedTuple):
    """An entity's id and usual name, how they were found, and how sure that is."""

    id: str
    name: str
    linked: str
    score: float


@cache
def _words_of_names() -> dict[str, re.Pattern[str]]:
    """Endings of firms' names: legal forms in both languages, trades in Chinese."""
    words = table("names", "names")
    return {
        "legal_en": re.compile(rf",? (?:{'|'.join(words['legal_en'])})\.?$"),
        "legal_zh": re.compile(f"(?:{'|'.join(words['legal_zh'])})$"),
        "trade_zh": re.compile(f"(?:{'|'.join(words['trade_zh'])})$"),
    }


def without_legal_form(name: str) -> str:
    """A firm's name without "Ltd", "Corp", "有限公司" and the like."""
    shorter = name
    while shorter != (shorter := _words_of_names()["legal_en"].sub("", shorter)):
        pass
    stripped = _words_of_names()["legal_zh"].sub("", shorter)
    return stripped if len(stripped) >= 2 else shorter


def short_forms(name: str, label: Label) -> Iterator[str]:
    """What an article may call a firm after its full name: "Lynas" for "Lynas Rare Earths"."""
    yield name
    if label is not Label.FIRM:
        return
    bare = without_legal_form(name)
    yield bare
    trade = _words_of_names()["trade_zh"].sub("", bare)
    if 2 <= len(trade) < len(bare):
        yield trade
    first = bare.split(" ")[0]
    if (
        first != bare
        and len(first) > 3
        and first.lower() not in table("names", "names")["too_common"]
        and first[0].isupper()
    ):
        yield first


def remember(names: KnownNames, surface: str, known: Known) -> None:
    """Lets an article's later sentences find the name and its short forms again."""
    if known.label in _CLOSED:
        return
    for form in short_forms(surface, known.label):
        names.add(form, known)


def abbreviation(text: str, start: int, end: int) -> str | None:
    """The "FB" of "Foo Bar (FB)", where its letters are the first letters of the words."""
    match = _ABBREVIATION.match(text, end)
    if match is None:
        return None
    letters = match[1].upper()
    initials = "".join(word[0] for word in _WORDS.findall(text[start:end])).upper()
    return match[1] if initials.startswith(letters[:2]) and letters[-1] in initials else None


def identify(
    gazetteer: Gazetteer, candidates: Iterable[Candidate], text: str, found: Found
) -> Identity | None:
    """Who a tagged stretch is; ``None`` for a label that takes no new names.

    ``candidates`` are what the gazetteer and the article's memory say about the sentence.
    """
    start, end, label = found
    inside = [c for c in candidates if c.label is label and start <= c.start and c.end <= end]
    exact = next((c for c in inside if (c.start, c.end) == (start, end)), None)
    if exact is not None:
        return Identity(exact.id, exact.name, "gazetteer", 1.0)
    surface = text[start:end]
    bare = without_legal_form(surface) if label is Label.FIRM else surface
    for form in dict.fromkeys((surface, bare)):
        row = next((n.row for n in gazetteer.named(form) if n.row.label is label), None)
        if row is not None:
            return Identity(row.id, row.name, "gazetteer", 1.0)
    if label in _CLOSED:
        return Identity(inside[0].id, inside[0].name, "variant", 0.8) if inside else None
    if len(bare) >= _LONG_ENOUGH and (row := gazetteer.near(bare, label)):
        return Identity(row.id, row.name, "variant", 0.8)
    # Nothing has a longer name, and Neo4j refuses a whole build for an id too long to index.
    plausible = 1 < len(bare) <= _LONGEST_NAME
    return Identity(entity_id(label, bare), bare, "new", 0.7) if plausible else None
