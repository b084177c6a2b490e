"""The tables: well formed, without clashes, and true to CLDR where babel is installed."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from monazite.errors import InputError
from monazite.extract.gazetteer import load_gazetteer
from monazite.extract.gazetteer.fold import fold
from monazite.extract.gazetteer.inflect import forms
from monazite.extract.gazetteer.loader import read_rows, read_table
from monazite.schema import Label

HEADER = "id\tname_zh\taliases_en\taliases_zh\tcountry\tnote\n"


def _table(folder: Path, *lines: str) -> Path:
    path = folder / "firms.tsv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_no_name_stands_under_two_ids_of_one_label() -> None:
    owners: dict[tuple[Label, str], set[str]] = defaultdict(set)
    for row in read_rows():
        for name in (*row.english, *row.chinese):
            owners[row.label, fold(name)].add(row.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_countries_of_rows_are_countries() -> None:
    rows = list(read_rows())
    countries = {row.key for row in rows if row.label is Label.COUNTRY}
    assert {row.country for row in rows if row.country} <= countries


def test_countries_have_the_names_of_cldr() -> None:
    babel = pytest.importorskip("babel", reason="babel checks the country names, dev only")
    ours = {row.key: row for row in read_rows() if row.label is Label.COUNTRY}
    for code, name in babel.Locale("en").territories.items():
        if code in ours and code != "EU":
            names = {fold(n) for n in (*ours[code].english, *ours[code].chinese)}
            assert fold(name) in names, code
            assert fold(babel.Locale("zh").territories[code]) in names, code
    assert {"EU", "G7", "GL", "HK", "TW"} <= ours.keys()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Foo\t\t\t\tAU\tdubious", "line 2: note 'dubious' is none of"),
        ("Foo\t\t\t\tAU\tshort: Fo", "line 2: the note marks 'Fo'"),
        ("Foo\t\t\tAU", "line 2: the line has more or fewer cells"),
        ("\t\t\t\tAU\t", "line 2: the id is empty"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(InputError, match=f"firms.tsv, {message}"):
        list(read_table(Label.FIRM, _table(tmp_path, line)))


def test_an_id_twice_is_named(tmp_path: Path) -> None:
    path = _table(tmp_path, "Foo\t\t\t\t\t", "foo\t\t\t\t\t")
    with pytest.raises(InputError, match="line 3: the id 'foo' stands twice"):
        list(read_table(Label.FIRM, path))


def test_usual_names_of_entities() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.entity("element:dy").name == "dysprosium"
    assert gazetteer.entity("country:cn").name_zh == "中国"
    assert gazetteer is load_gazetteer()


def test_singular_and_plural() -> None:
    assert forms("magnets") == ("magnets", "magnet")
    assert forms("batteries") == ("batteries", "battery")
    assert forms("radar") == ("radar", "radars")
    assert forms("F-35") == ("F-35",)


@pytest.mark.parametrize("text", ["ＮｄＦｅＢ－磁体", "İstanbul – x", "rare‑earth’s"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_words_are_whole_and_symbols_are_no_names() -> None:
    found = load_gazetteer().find("In Chinatown the Gallia and Nd")
    assert not [hit for hit in found if hit.names]
