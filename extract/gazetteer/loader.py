"""Reads the tables: one TSV a label, each row a name with what is known of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable

from ...errors import InputError
from ...schema import Entity, Label, entity_id

NOTES = frozenset({"common-word", "short", "context"})
TABLES: Mapping[Label, str] = {
    Label.COUNTRY: "countries.tsv",
    Label.PLACE: "places.tsv",
    Label.AGENCY: "agencies.tsv",
    Label.FIRM: "firms.tsv",
    Label.MINE: "mines.tsv",
    Label.FACILITY: "facilities.tsv",
    Label.ELEMENT: "elements.tsv",
    Label.MATERIAL: "materials.tsv",
    Label.PRODUCT: "products.tsv",
    Label.POLICY: "policies.tsv",
}
BLOCKED = "blocked.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    ``english`` and ``chinese`` are all names, the usual one first. ``doubtful`` are those that
    make a mention only where the context speaks for it (ordinary words, shared or short names);
    ``seats`` are capitals used for the government, ``shorts`` one-character country names.
    ``actor``, ``date`` and ``things`` are known of measures only. ``id`` is the node's.
    """

    label: Label
    key: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    country: str | None = None
    doubtful: frozenset[str] = frozenset()
    seats: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    actor: str | None = None
    date: str | None = None
    things: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", entity_id(self.label, self.key))

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.english[0] if self.english else self.key

    def entity(self) -> Entity:
        """The row as a node of the graph."""
        chinese = self.chinese[0] if self.chinese else None
        aliases = (*self.english[1:], *self.chinese[1:], *self.seats)
        return Entity(
            id=self.id,
            label=self.label,
            name=self.name,
            name_zh=chinese,
            aliases=aliases,
            country=self.country,
        )


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _doubtful(note: str, names: tuple[str, ...], where: str) -> frozenset[str]:
    """The names that a note marks: those it lists, all of them where it lists none."""
    marked: set[str] = set()
    for part in filter(None, (p.strip() for p in note.split(";"))):
        kind, _, listed = part.partition(":")
        if kind not in NOTES:
            raise InputError(f"{where}: note {kind!r} is none of {', '.join(sorted(NOTES))}.")
        for name in _split(listed):
            if name not in names:
                raise InputError(f"{where}: the note marks {name!r}, which is no name of the row.")
        marked.update(_split(listed) or names)
    return frozenset(marked)


def _usual_name(label: Label, cells: Mapping[str, str]) -> tuple[str, ...]:
    if label is Label.COUNTRY:
        return (cells["name"],)
    if label is Label.ELEMENT and cells["aliases_en"] and len(cells["id"]) <= 2:
        return ()  # a symbol is never matched bare
    return (cells["id"],)


def _row(label: Label, cells: Mapping[str, str], where: str) -> Row:
    english = tuple(dict.fromkeys((*_usual_name(label, cells), *_split(cells["aliases_en"]))))
    chinese = tuple(dict.fromkeys((*_split(cells["name_zh"]), *_split(cells["aliases_zh"]))))
    return Row(
        label=label,
        key=cells["id"],
        english=english,
        chinese=chinese,
        country=cells.get("country") or None,
        doubtful=_doubtful(cells.get("note") or "", (*english, *chinese), where),
        seats=_split(cells.get("seats")),
        shorts=_split(cells.get("short_zh")),
        actor=cells.get("actor") or None,
        date=cells.get("date") or None,
        things=_split(cells.get("things")),
    )


def read_table(label: Label, source: Traversable) -> Iterator[Row]:
    """The rows of one table; :class:`InputError` names table and line of what does not fit."""
    seen: set[str] = set()
    with source.open(encoding="utf-8") as lines:
        for number, cells in enumerate(csv.DictReader(lines, delimiter="\t", quoting=3), start=2):
            where = f"{source.name}, line {number}"
            if None in cells or None in cells.values():
                raise InputError(f"{where}: the line has more or fewer cells than the header.")
            if not cells["id"]:
                raise InputError(f"{where}: the id is empty.")
            row = _row(label, cells, where)
            if row.id in seen:
                raise InputError(f"{where}: the id {row.key!r} stands twice; merge the two lines.")
            seen.add(row.id)
            yield row


def read_rows() -> Iterator[Row]:
    """All rows of all tables, in the order of the labels."""
    folder = files(__package__ or "monazite.extract.gazetteer")
    for label, name in TABLES.items():
        yield from read_table(label, folder / name)


def read_blocked() -> tuple[str, ...]:
    """Names that are no mention although they hold one (newspapers, exchanges, associations)."""
    folder = files(__package__ or "monazite.extract.gazetteer")
    lines = (folder / BLOCKED).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines[1:] if line.strip())
