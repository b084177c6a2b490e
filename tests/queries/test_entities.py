"""Entities by what people call them."""

from __future__ import annotations

import pytest
from monazite.errors import ParameterError, UnknownName
from monazite.graph.store import Store
from monazite.queries.entities import resolve
from monazite.schema import Label


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("country:cn", "country:cn"),
        ("COUNTRY:CN", "country:cn"),
        ("china", "country:cn"),
        ("  China ", "country:cn"),
        ("中国", "country:cn"),
        ("prc", "country:cn"),
        ("f-35 lightning  II", "product:f-35"),
        ("北方稀土", "firm:northern"),
        ("Ga", "element:ga"),
    ],
)
def test_ids_names_and_aliases(graph: Store, text: str, id_: str) -> None:
    assert resolve(graph, text).id == id_


def test_an_entity_comes_with_all_that_is_known(graph: Store) -> None:
    lynas = resolve(graph, "lynas rare earths")
    assert (lynas.label, lynas.name, lynas.name_zh, lynas.country) == (
        Label.FIRM,
        "Lynas",
        "莱纳斯",
        "AU",
    )
    assert lynas.aliases == ("Lynas Rare Earths",)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Chnia", "China"),
        ("norther rare earth", "Northern Rare Earth"),
        ("盛和资", "Shenghe Resources"),
        ("F35", "F-35"),
    ],
)
def test_a_near_miss_is_told_the_usual_name(graph: Store, text: str, near: str) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(graph, text)
    assert near in caught.value.near


def test_nothing_near_is_no_suggestion(graph: Store) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(graph, "qqqqzzzz")
    assert caught.value.near == []


def test_one_name_for_two_is_settled_by_the_labels(graph: Store) -> None:
    assert resolve(graph, "Baotou", [Label.MINE, Label.FIRM]).id == "mine:baotou"
    with pytest.raises(ParameterError, match="say mine:baotou or place:baotou"):
        resolve(graph, "baotou")


def test_a_usual_name_goes_before_another_ones_alias(graph: Store) -> None:
    assert resolve(graph, "包头").id == "place:baotou"


def test_a_wrong_label_is_said(graph: Store) -> None:
    with pytest.raises(
        ParameterError, match=r"F-35 is a Product \(product:f-35\), but a Firm or Mine"
    ):
        resolve(graph, "F-35", [Label.MINE, Label.FIRM])


def test_suggestions_have_the_label_asked_for(graph: Store) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(graph, "Lynas Kuant", [Label.FIRM])
    assert caught.value.near[0] == "Lynas"


@pytest.mark.parametrize(
    "text", ["x' OR 1=1 //", "`}) DETACH DELETE n //", "{{x}}", "\x1b[31m", ""]
)
def test_hostile_text_is_only_text(graph: Store, text: str) -> None:
    with pytest.raises(UnknownName):
        resolve(graph, text)
