"""From names to entities."""

from __future__ import annotations

import pytest
from monazite.extract.gazetteer import load_gazetteer
from monazite.extract.names.known import Known, KnownNames
from monazite.extract.names.link import (
    abbreviation,
    identify,
    remember,
    short_forms,
    without_legal_form,
)
from monazite.extract.tokens import tokenize
from monazite.schema import Label


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Foo Metals Ltd", "Foo Metals"),
        ("Foo Metals Co., Ltd.", "Foo Metals"),
        ("北山稀土股份有限公司", "北山稀土"),
        ("Ltd", "Ltd"),
    ],
)
def test_legal_forms_fall_away(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare


def test_short_forms() -> None:
    assert "Quandary" in set(short_forms("Quandary Metals", Label.FIRM))
    assert "American" not in set(short_forms("American Metals", Label.FIRM))
    assert "辽原" in set(short_forms("辽原石墨", Label.FIRM))
    assert list(short_forms("Mount Weld", Label.MINE)) == ["Mount Weld"]


@pytest.mark.parametrize(
    ("text", "short"),
    [("Foo Bar (FB) said", "FB"), ("Foo Bar (see page 2)", None), ("Foo Bar (XYZ)", None)],
)
def test_abbreviations(text: str, short: str | None) -> None:
    assert abbreviation(text, 0, 7) == short


def test_a_near_name_is_a_variant_and_a_far_one_is_new() -> None:
    gazetteer = load_gazetteer()
    near = identify(gazetteer, [], "Arafura Rare Earth", (0, 18, Label.FIRM))
    assert near is not None and (near.id, near.linked) == ("firm:arafura-rare-earths", "variant")
    new = identify(gazetteer, [], "Quandary Metals Ltd", (0, 19, Label.FIRM))
    assert new is not None and (new.id, new.linked) == ("firm:quandary-metals", "new")


def test_no_new_elements() -> None:
    assert identify(load_gazetteer(), [], "unobtainium", (0, 11, Label.ELEMENT)) is None


def test_known_names_are_whole_words_with_their_capital() -> None:
    names = KnownNames()
    remember(names, "Target Metals", Known(Label.FIRM, "firm:target-metals", "Target Metals"))
    text = "Target rose; the target, Targets"
    starts = [start for start, _ in tokenize(text)]
    assert [(s, e) for s, e, _ in names.find(text, starts)] == [(0, 6)]
