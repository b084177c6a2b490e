"""The English pattern voter: own sentences for each relation, and sentences that state nothing."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from monazite.extract.assertion import assertion
from monazite.extract.context import Context
from monazite.extract.voters.patterns_en import EnglishPatterns
from monazite.schema import relation_type

ContextOf = Callable[..., Context]
CN, JP, US, AU = (
    "[China=Country:CN]", "[Japan=Country:JP]", "[the US=Country:US]", "[Australia=Country:AU]",
)  # fmt: skip
RE, DY, TB, GA = (
    "[rare earths=Element:rare earths]", "[dysprosium=Element:Dy]", "[terbium=Element:Tb]",
    "[gallium=Element:Ga]",
)  # fmt: skip
A, B, C = "[Arrow Metals=Firm:A]", "[Brightwater=Firm:B]", "[Corvid=Firm:C]"
MINE, PLANT, TOWN = "[Red Hill=Mine:M]", "[Eastern works=Facility:Y]", "[Greenford=Place:P]"
MAGNET, MOTOR = "[NdFeB magnets=Material:NdFeB magnets]", "[motors=Product:motors]"
RULE, BANK = "[Minerals Act=Policy:R]", "[State Bank=Agency:G]"
Fact = tuple[str, str, str]

STATED: list[tuple[str, list[Fact]]] = [
    (f"{CN} controls 70% of the world's {RE}.", [("CN", "CONTROLS", "rare earths")]),
    (f"{CN}'s dominance in {RE} is plain.", [("CN", "CONTROLS", "rare earths")]),
    (
        f"{CN} accounts for 90% of {DY}, 80% of {TB} and 98% of {GA}.",
        [("CN", "CONTROLS", "Dy"), ("CN", "CONTROLS", "Tb"), ("CN", "CONTROLS", "Ga")],
    ),
    (f"{AU} holds rich reserves of {RE}.", [("AU", "CONTROLS", "rare earths")]),
    (f"Most of the world's {GA} is refined in {CN}.", [("CN", "CONTROLS", "Ga")]),
    (f"{A} produced 900 tonnes of {MAGNET} last year.", [("A", "PRODUCES", "NdFeB magnets")]),
    (f"{MAGNET} maker {B} said so.", [("B", "PRODUCES", "NdFeB magnets")]),
    (f"{A}, the world's largest {GA} producer, agreed.", [("A", "PRODUCES", "Ga")]),
    (f"The {MINE} {DY} mine was opened.", [("M", "PRODUCES", "Dy")]),
    (
        f"{A} recovers {DY} and {TB} at its {PLANT}.",
        [("Y", "PRODUCES", "Dy"), ("A", "PRODUCES", "Tb")],
    ),
    (f"{A} ships {DY} to {B}.", [("A", "SUPPLIES", "B")]),
    (f"{B} buys its {DY} from {A}.", [("A", "SUPPLIES", "B")]),
    (f"{A} sells {B} the concentrate.", [("A", "SUPPLIES", "B")]),
    (f"{A} supplies {B} and {C} with {MAGNET}.", [("A", "SUPPLIES", "B"), ("A", "SUPPLIES", "C")]),
    (
        f"{JP} relies on {CN} for 60% of its {RE}.",
        [("JP", "DEPENDS_ON", "CN"), ("CN", "SUPPLIES", "JP")],
    ),
    (
        f"{JP} imports 60% of its {RE} from {CN}.",
        [("JP", "DEPENDS_ON", "CN"), ("CN", "SUPPLIES", "JP")],
    ),
    (f"{US} wants to cut its reliance on {CN}.", [("US", "DEPENDS_ON", "CN")]),
    (f"Smelters in {JP} depend on {CN}.", [("JP", "DEPENDS_ON", "CN")]),
    (f"{MOTOR} need {MAGNET}.", [("motors", "REQUIRES", "NdFeB magnets")]),
    (f"{DY}, used in {MAGNET}, is dear.", [("NdFeB magnets", "REQUIRES", "Dy")]),
    (f"{GA} is critical for many uses, such as {MOTOR}.", [("motors", "REQUIRES", "Ga")]),
    (f"On April 4 {CN} banned exports of {GA} to {US}.", [("CN", "RESTRICTS", "Ga")]),
    (
        f"{CN} tightened its export controls on {DY} and {TB}.",
        [("CN", "RESTRICTS", "Dy"), ("CN", "RESTRICTS", "Tb")],
    ),
    (f"{CN} announced the {RULE} in June.", [("CN", "ENACTS", "R")]),
    (f"{US}'s {RULE} was delayed.", [("US", "ENACTS", "R")]),
    (f"{A} bought 60% of {B}.", [("A", "ACQUIRES", "B")]),
    (f"{B} was acquired by {A} in May.", [("A", "ACQUIRES", "B")]),
    (f"{A} agreed to sell half of {MINE} to {B}.", [("B", "ACQUIRES", "M")]),
    (f"{B}, 40% owned by {A}, rose.", [("A", "ACQUIRES", "B")]),
    (f"{A} operates {MINE}.", [("A", "OPERATES", "M")]),
    (
        f"The mine that {A} is developing, {MINE}, and the {PLANT} that {B} is building",
        [("B", "OPERATES", "Y")],
    ),
    (f"{A}'s {PLANT} is idle.", [("A", "OPERATES", "Y")]),
    (f"{A}, which has shut its offices, runs the {PLANT}.", [("A", "OPERATES", "Y")]),
    (f"{BANK} lent {A} $50 million.", [("G", "INVESTS_IN", "A")]),
    (f"{A} will spend $300 million on {PLANT}.", [("A", "INVESTS_IN", "Y")]),
    (f"{A} received a $20 million grant from the {BANK}.", [("G", "INVESTS_IN", "A")]),
    (f"{A} signed a memorandum with {B}.", [("A", "PARTNERS_WITH", "B")]),
    (f"{JP} and {AU} signed a pact on {RE}.", [("JP", "PARTNERS_WITH", "AU")]),
    (f"{TOWN}-based {A} rose.", [("A", "LOCATED_IN", "P")]),
    (f"{JP}'s {A} fell.", [("A", "LOCATED_IN", "JP")]),
    (f"The {MINE} mine in {TOWN}, {AU}", [("M", "LOCATED_IN", "P"), ("P", "LOCATED_IN", "AU")]),
    (f"{A}, an {AU} explorer, rose.", [("A", "LOCATED_IN", "AU")]),
]
NOTHING = [
    f"{CN} and {JP} spoke about {RE}.",
    f"{A} could buy {B}.",
    f"Would {A} supply {B}?",
    f"{A} does not produce {GA}.",
    f"{A} hopes to acquire {B}.",
    f"If {CN} banned exports of {GA}, prices would rise.",
    f"{CN} threatened to halt exports of {DY}.",
    f"{A} shares rose 4% after {B} reported its earnings.",
    f"No mine in {AU} produces {GA}.",
    f"{A} stopped shipping {DY} to {B}.",
]


def _stated(context: Context) -> set[Fact]:
    """The facts asserted, by the keys that the marks gave."""
    return {
        (vote.subject.name, vote.relation, vote.object.name)
        for vote in EnglishPatterns().votes(context)
        if assertion(vote, context) == "stated"
    }


@pytest.mark.parametrize(("marked", "facts"), STATED)
def test_what_a_sentence_states(context_of: ContextOf, marked: str, facts: list[Fact]) -> None:
    assert set(facts) <= _stated(context_of(marked, "en"))


@pytest.mark.parametrize("marked", NOTHING)
def test_sentences_that_state_nothing(context_of: ContextOf, marked: str) -> None:
    assert _stated(context_of(marked, "en")) == set()


@pytest.mark.parametrize(
    ("marked", "absent"),
    [
        (f"{A} supplies {B} with {MAGNET}.", ("B", "SUPPLIES", "A")),
        (f"{B} was acquired by {A}.", ("B", "ACQUIRES", "A")),
        (f"{A} holds 40% of {MINE}.", ("A", "OPERATES", "M")),
        (f"{CN} mines 70% of the world's {RE}.", ("CN", "PRODUCES", "rare earths")),
        (f"{JP} relies on {CN}.", ("CN", "DEPENDS_ON", "JP")),
        (f"Shares of {A} fell after {B} bought {C}.", ("A", "ACQUIRES", "C")),
    ],
)
def test_the_wrong_reading_is_left_out(context_of: ContextOf, marked: str, absent: Fact) -> None:
    assert absent not in _stated(context_of(marked, "en"))


def test_votes_respect_the_signatures(context_of: ContextOf) -> None:
    for marked, _ in STATED:
        for vote in EnglishPatterns().votes(context_of(marked, "en")):
            assert relation_type(vote.relation).allows(vote.subject.label, vote.object.label)


def test_material_and_target_are_qualifiers(context_of: ContextOf) -> None:
    sells = context_of(f"{A} ships {DY} to {B}.", "en")
    assert {v.qualifiers.get("material") for v in EnglishPatterns().votes(sells)} >= {"element:dy"}
    bans = context_of(f"{CN} banned exports of {GA} to {US}.", "en")
    assert "country:us" in {v.qualifiers.get("target") for v in EnglishPatterns().votes(bans)}


def test_the_topic_is_the_default_thing(context_of: ContextOf) -> None:
    context = context_of(f"{CN} restricted exports in April.", "en", "element:ga")
    assert {v.object.id for v in EnglishPatterns().votes(context)} == {"element:ga"}


@pytest.mark.parametrize("filler", [" owns ", " ; ", ", ", " and "])
def test_hostile_text_is_read_in_time(context_of: ContextOf, filler: str) -> None:
    context = context_of(f"{A}{filler}{MINE}{filler}" * 800, "en")
    begin = time.perf_counter()
    list(EnglishPatterns().votes(context))
    assert time.perf_counter() - begin < 5


_GOLD = os.environ.get("MONAZITE_GOLD")


@pytest.mark.skipif(not _GOLD, reason="MONAZITE_GOLD does not name the folder of annotated files")
@pytest.mark.parametrize("name", ["en-report", "en-digest"])
def test_precision_on_annotated_articles(context_of: ContextOf, name: str) -> None:
    rows = (Path(str(_GOLD)) / "articles" / f"{name}.jsonl").read_text("utf-8").splitlines()
    seen, right = 0, 0
    for row in map(json.loads, rows):
        wanted = {(f["subject"], f["relation"], f["object"]) for f in row["facts"]}
        wanted |= {(o, r, s) for s, r, o in wanted if r == "PARTNERS_WITH"}
        found = _stated(context_of(_mark(row), "en"))
        seen += len(found)
        right += len(found & wanted)
    assert seen > 150
    assert right / seen >= 0.7


def _mark(row: dict[str, object]) -> str:
    """The row's sentence with its entities marked, each where it stands after the last."""
    text, marked, place = str(row["sentence"]), "", 0
    for entity in row["entities"]:  # type: ignore[attr-defined]
        start = text.find(entity["text"], place)
        if start >= 0 and "]" not in entity["id"]:
            name = entity["text"]
            marked += f"{text[place:start]}[{name}={entity['label']}:{entity['id']}]"
            place = start + len(name)
    return marked + text[place:]
