"""All names of all tables in one automaton, and the places of a text where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick
from rapidfuzz import fuzz, process

from ...schema import Entity, Label
from .fold import fold, is_word
from .inflect import forms
from .loader import Row, read_blocked, read_rows


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one row; ``doubtful`` ones need context.

    ``short`` is a country's single Chinese character, doubtful whatever was said before.
    """

    text: str
    row: Row
    doubtful: bool = False
    short: bool = False


class Hit(NamedTuple):
    """A stretch of text that equals one or several names; none where the stretch is blocked."""

    start: int
    end: int
    names: tuple[Name, ...]


class Gazetteer:
    """The tables, looked up by id and matched against text."""

    def __init__(self, rows: Iterable[Row], blocked: Iterable[str] = ()) -> None:
        self.rows: dict[str, Row] = {row.id: row for row in rows}
        by_key: dict[str, list[Name]] = defaultdict(list)
        for row in self.rows.values():
            for name in _names(row):
                by_key[fold(name.text)].append(name)
        for text in blocked:
            by_key[fold(text)] = []
        self._names = {key: tuple(names) for key, names in by_key.items()}
        self._by_start: dict[tuple[Label, str], list[str]] = defaultdict(list)
        for key, names in self._names.items():
            for label in {name.row.label for name in names}:
                self._by_start[label, key[:2]].append(key)
        self._automaton = ahocorasick.Automaton()
        for key, names in self._names.items():
            self._automaton.add_word(key, (len(key), is_word(key[0]), is_word(key[-1]), names))
        self._automaton.make_automaton()
        self._measures: dict[str | None, list[Row]] = defaultdict(list)
        for row in self.rows.values():
            if row.label is Label.POLICY:
                self._measures[row.actor].append(row)

    def entity(self, id_: str) -> Entity:
        """The node of an id that stands in a table; :class:`KeyError` otherwise."""
        return self.rows[id_].entity()

    def entities(self) -> Iterator[Entity]:
        """All nodes."""
        return (row.entity() for row in self.rows.values())

    def named(self, text: str) -> tuple[Name, ...]:
        """The names that equal ``text`` but for case, hyphens and apostrophes."""
        return self._names.get(fold(text), ())

    def measures(self, actor: str) -> list[Row]:
        """The policies of a country, given by its key."""
        return self._measures.get(actor, [])

    def near(self, text: str, label: Label, cutoff: float = 92) -> Row | None:
        """The row of this label with a name that differs by a letter or two; same first letters."""
        folded = fold(text)
        found = process.extractOne(
            folded,
            self._by_start.get((label, folded[:2]), ()),
            scorer=fuzz.ratio,
            score_cutoff=cutoff,
        )
        if found is None:
            return None
        return next(name.row for name in self._names[found[0]] if name.row.label is label)

    def find(self, text: str) -> list[Hit]:
        """Every name in ``text``, overlapping ones too; words and letter case are respected."""
        folded = fold(text)
        end_of_text = len(folded)
        hits = []
        for last, (length, word_start, word_end, names) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if word_start and start and is_word(folded[start - 1]):
                continue
            if word_end and end < end_of_text and is_word(folded[end]):
                continue
            surface = text[start:end]
            fitting = tuple([name for name in names if _case_fits(name.text, surface)])
            if fitting or not names:
                hits.append(Hit(start, end, fitting))
        return hits


def _names(row: Row) -> Iterator[Name]:
    texts = dict.fromkeys((*row.english, *row.chinese))
    common = row.label in (Label.ELEMENT, Label.MATERIAL, Label.PRODUCT)
    for text in texts:
        for form in forms(text) if common else (text,):
            if form == text or form not in texts:
                yield Name(form, row, text in row.doubtful)
    for seat in row.seats:
        yield Name(seat, row)
    for short in row.shorts:
        yield Name(short, row, doubtful=True, short=True)


def _case_fits(name: str, surface: str) -> bool:
    """Names with capitals are found with capitals: "Apple" in "APPLE", never in "apple"."""
    if name == surface:
        return True
    if name.isupper() and len(name) <= 6:
        return surface.isupper()
    return not name[0].isupper() or surface[0].isupper()


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, built at the first call (about half a second)."""
    return Gazetteer(read_rows(), read_blocked())
