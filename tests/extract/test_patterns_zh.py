"""The Chinese pattern voter: own sentences for each relation, and sentences that state nothing."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from monazite.extract.assertion import assertion
from monazite.extract.context import Context
from monazite.extract.voters.chinese import ChinesePatterns
from monazite.schema import relation_type

ContextOf = Callable[..., Context]
CN, JP, US, AU = "[中国=Country:CN]", "[日本=Country:JP]", "[美国=Country:US]", "[澳洲=Country:AU]"
RE, DY, TB, GA = (
    "[稀土=Element:rare earths]", "[镝=Element:Dy]", "[铽=Element:Tb]", "[镓=Element:Ga]",
)  # fmt: skip
A, B = "[甲资源=Firm:A]", "[乙科技=Firm:B]"
MINE, PLANT, TOWN = "[红岩=Mine:M]", "[东山厂=Facility:Y]", "[青河=Place:P]"
MAGNET, MOTOR = "[钕铁硼=Material:NdFeB magnets]", "[电机=Product:motors]"
RULE = "[稀土管理条例=Policy:R]"

STATED = [
    (f"{CN}占全球{RE}产量的七成。", [("CN", "CONTROLS", "rare earths")]),
    (f"{CN}垄断了{DY}、{TB}的分离。", [("CN", "CONTROLS", "Dy"), ("CN", "CONTROLS", "Tb")]),
    (f"{CN}对{RE}的主导地位难以撼动。", [("CN", "CONTROLS", "rare earths")]),
    (f"{CN}的{RE}储量居首。", [("CN", "CONTROLS", "rare earths")]),
    (f"{A}去年生产{MAGNET}2000吨。", [("A", "PRODUCES", "NdFeB magnets")]),
    (f"{MAGNET}制造商{B}", [("B", "PRODUCES", "NdFeB magnets")]),
    (f"{TOWN}的{PLANT}年产{DY}600吨。", [("Y", "PRODUCES", "Dy"), ("Y", "LOCATED_IN", "P")]),
    (f"{CN}每年向{JP}出口{RE}。", [("CN", "SUPPLIES", "JP")]),
    (f"{A}将{GA}卖给{B}。", [("A", "SUPPLIES", "B")]),
    (f"{JP}从{AU}进口{RE}。", [("AU", "SUPPLIES", "JP")]),
    (f"{JP}严重依赖{CN}的{RE}。", [("JP", "DEPENDS_ON", "CN")]),
    (f"{JP}对{CN}{RE}的依赖度仍高。", [("JP", "DEPENDS_ON", "CN")]),
    (f"{JP}六成的{DY}来自{CN}。", [("JP", "DEPENDS_ON", "CN"), ("CN", "SUPPLIES", "JP")]),
    (f"{MOTOR}离不开{MAGNET}。", [("motors", "REQUIRES", "NdFeB magnets")]),
    (f"{GA}是{MOTOR}的关键原料。", [("motors", "REQUIRES", "Ga")]),
    (f"{CN}对{GA}实施出口管制。", [("CN", "RESTRICTS", "Ga")]),
    (f"去年底,{CN}禁止{GA}对{US}出口。", [("CN", "RESTRICTS", "Ga")]),
    (f"{CN}把{DY}和{TB}列入许可清单。", [("CN", "RESTRICTS", "Dy"), ("CN", "RESTRICTS", "Tb")]),
    (f"{CN}6月颁布{RULE}。", [("CN", "ENACTS", "R")]),
    (f"{A}以2亿元收购{B}六成股权。", [("A", "ACQUIRES", "B")]),
    (f"{MINE}由{A}持有。", [("A", "ACQUIRES", "M")]),
    (f"{A}在{TOWN}经营{PLANT}。", [("A", "OPERATES", "Y"), ("Y", "LOCATED_IN", "P")]),
    (f"{A}旗下{MINE}已投产。", [("A", "OPERATES", "M")]),
    (f"{US}向{A}提供5000万美元贷款。", [("US", "INVESTS_IN", "A")]),
    (f"{A}斥资3亿元,用于扩建{PLANT}。", [("A", "INVESTS_IN", "Y")]),
    (f"{A}与{B}签署合作备忘录。", [("A", "PARTNERS_WITH", "B")]),
    (f"{JP}的{A}公布业绩。", [("A", "LOCATED_IN", "JP")]),
    (f"{MINE}位于{AU}{TOWN}。", [("M", "LOCATED_IN", "AU"), ("M", "LOCATED_IN", "P")]),
    (f"{A}周一宣布,已建成{PLANT}。", [("A", "OPERATES", "Y")]),
    (f"据{US}的数据,{CN}控制着全球{GA}产能。", [("CN", "CONTROLS", "Ga")]),
]  # fmt: skip
NOTHING = [
    f"{CN}和{JP}的代表谈到了{RE}。",
    f"{A}与{B}的股价分别下跌3%和5%。",
    f"{RE}价格上涨,{CN}市场观望。",
    f"{A}不生产{MAGNET}。",
    f"如果{A}收购{B},格局将变。",
    f"{A}否认收购{B}。",
    f"{JP}可能依赖{CN}。",
    f"在{TOWN}上市的{A}发布年报。",
    f"{CN}对{GA}实施出口管制了吗?",
]


def _stated(context: Context) -> set[tuple[str, str, str]]:
    votes = [v for v in ChinesePatterns().votes(context) if assertion(v, context) == "stated"]
    return {(v.subject.name, v.relation, v.object.name) for v in votes}


@pytest.mark.parametrize(("marked", "facts"), STATED)
def test_facts(context_of: ContextOf, marked: str, facts: list[tuple[str, str, str]]) -> None:
    assert set(facts) <= _stated(context_of(marked))


@pytest.mark.parametrize("marked", NOTHING)
def test_sentences_that_state_nothing(context_of: ContextOf, marked: str) -> None:
    assert _stated(context_of(marked)) == set()


@pytest.mark.parametrize(
    ("marked", "absent"),
    [
        (f"{JP}的{A}从{CN}进口{RE}。", ("CN", "SUPPLIES", "JP")),
        (f"{A}向{B}供应{MAGNET}。", ("B", "SUPPLIES", "A")),
        (f"{CN}禁止向{US}出口{GA}。", ("CN", "SUPPLIES", "US")),
        (f"{A}在{TOWN}的{PLANT}年产{DY}600吨。", ("P", "PRODUCES", "Dy")),
    ],
)
def test_the_wrong_party_is_left_out(
    context_of: ContextOf, marked: str, absent: tuple[str, str, str]
) -> None:
    assert absent not in _stated(context_of(marked))


def test_the_trigger_is_the_word_that_says_so(context_of: ContextOf) -> None:
    context = context_of(f"{A}去年收购{B}。")
    (vote,) = ChinesePatterns().votes(context)
    assert context.text[slice(*vote.trigger)] == "收购"


def test_votes_respect_the_signatures(context_of: ContextOf) -> None:
    for marked, _ in STATED:
        for vote in ChinesePatterns().votes(context_of(marked)):
            assert relation_type(vote.relation).allows(vote.subject.label, vote.object.label)


def test_hostile_text_is_read_in_time(context_of: ContextOf) -> None:
    context = context_of(f"{CN}{RE}" * 400 + "占" * 2000 + "的" * 2000)
    begin = time.perf_counter()
    list(ChinesePatterns().votes(context))
    assert time.perf_counter() - begin < 5


_GOLD = os.environ.get("MONAZITE_GOLD")


@pytest.mark.skipif(not _GOLD, reason="MONAZITE_GOLD does not name the folder of annotated files")
@pytest.mark.parametrize("name", ["zh-foreign", "zh-mixed"])
def test_precision_on_annotated_articles(context_of: ContextOf, name: str) -> None:
    rows = (Path(str(_GOLD)) / "articles" / f"{name}.jsonl").read_text("utf-8").splitlines()
    seen, right = 0, 0
    for row in map(json.loads, rows):
        wanted = {(f["subject"], f["relation"], f["object"]) for f in row["facts"]}
        wanted |= {(o, r, s) for s, r, o in wanted if r == "PARTNERS_WITH"}
        found = _stated(context_of(_mark(row)))
        seen += len(found)
        right += len(found & wanted)
    assert seen > 200
    assert right / seen >= 0.7


def _mark(row: dict[str, object]) -> str:
    text, marked, place = str(row["sentence"]), "", 0
    for entity in row["entities"]:  # type: ignore[attr-defined]
        at = text.find(entity["text"], place)
        if at >= place and not set("[]=") & set(entity["text"] + entity["id"]):
            marked += f"{text[place:at]}[{entity['text']}={entity['label']}:{entity['id']}]"
            place = at + len(entity["text"])
    return marked + text[place:]
