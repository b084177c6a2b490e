"""Which numbers, dates, words and things of a sentence a vote carries."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from monazite.extract.context import Context, Vote
from monazite.extract.qualifiers.qualify import qualify
from monazite.schema import relation_type

ContextOf = Callable[..., Context]
CN, US, JP = "[中国=Country:CN]", "[美国=Country:US]", "[日本=Country:JP]"

# language, sentence, subject, relation, object, what must be said (None: must not)
CASES = [
    ("en", "[China=Country:CN] refines over 85% of the world's [rare earths=Element:rare earths].",
     "CN", "CONTROLS", "rare earths", {"share": 85, "bound": "min", "stage": "processing"}),
    ("en", "[China=Country:CN] mined 270,000 tonnes of [rare earths=Element:rare earths] in 2024.",
     "CN", "PRODUCES", "rare earths", {"quantity": 270000, "unit": "t", "year": 2024}),
    ("en", "[Alpha=Firm:Alpha] holds 17% of [Gamma=Firm:Gamma], [Beta=Firm:Beta] 12%.",
     "Beta", "ACQUIRES", "Gamma", {"stake": 12}),
    ("en", "[Alpha=Firm:Alpha] will buy a 40% stake in [Gamma=Firm:Gamma] for $25 million.",
     "Alpha", "ACQUIRES", "Gamma",
     {"stake": 40, "amount": 25e6, "currency": "USD", "status": "planned"}),
    ("en", "[China=Country:CN] banned exports of [gallium=Element:Ga] to the [US=Country:US] on "
     "December 3, 2024.", "CN", "RESTRICTS", "Ga",
     {"mechanism": "ban", "target": "country:us", "date": "2024-12-03"}),
    ("en", "[Japan=Country:JP] gets 60% of its [dysprosium=Element:Dy] from [China=Country:CN].",
     "JP", "DEPENDS_ON", "CN", {"share": 60, "material": "element:dy"}),
    ("en", "An [F-35=Product:F-35] needs 417 kg of [rare earths=Element:rare earths].",
     "F-35", "REQUIRES", "rare earths", {"quantity": 417, "unit": "kg"}),
    ("zh", f"{CN}占全球[稀土=Element:rare earths]精炼产能的九成以上。",
     "CN", "CONTROLS", "rare earths", {"share": 90, "bound": "min", "stage": "processing"}),
    ("zh", f"{CN}坐拥全球近半的[稀土=Element:rare earths]储量。",
     "CN", "CONTROLS", "rare earths", {"share": 50, "stage": "reserves"}),
    ("zh", f"去年12月,{CN}禁止[镓=Element:Ga]对{US}出口。", "CN", "RESTRICTS", "Ga",
     {"mechanism": "ban", "target": "country:us", "date": "2024-12"}),
    ("zh", f"{CN}禁止出口[稀土=Element:rare earths]分离技术。", "CN", "RESTRICTS", "rare earths",
     {"mechanism": "technology-ban"}),
    ("zh", f"{JP}六成的[镝=Element:Dy]来自{CN}。", "CN", "SUPPLIES", "JP",
     {"share": 60, "material": "element:dy"}),
    ("zh", "[甲公司=Firm:甲]计划投资3亿元建设[乙工厂=Facility:乙]。", "甲", "INVESTS_IN", "乙",
     {"amount": 3e8, "currency": "CNY", "status": "planned"}),
    ("zh", "[甲矿=Mine:甲]位于山区,储量达300万吨,年产[锂=Element:Li]2万吨。",
     "甲", "PRODUCES", "Li", {"quantity": 20000, "unit": "t"}),
    ("zh", "[甲公司=Firm:甲]与[乙公司=Firm:乙]分别持有[丙矿=Mine:丙]60%和40%的权益。",
     "乙", "ACQUIRES", "丙", {"stake": 40}),
    ("en", "[China=Country:CN] put a 25% tariff on [magnets=Material:rare earth magnets].",
     "CN", "RESTRICTS", "rare earth magnets", {"mechanism": "tariff", "target": None}),
    ("en", "[Alpha=Firm:Alpha] runs [Gamma mine=Mine:Gamma], 137 kilometers from the port.",
     "Alpha", "OPERATES", "Gamma", {"quantity": None}),
    ("en", "Prices of [dysprosium=Element:Dy] rose 12% as [China=Country:CN] tightened its grip.",
     "CN", "CONTROLS", "Dy", {"share": None}),
]  # fmt: skip


def _vote(context: Context, subject: str, relation: str, object_: str) -> Vote:
    ends = {m.name: m for m in context.mentions}
    one, other = ends[subject], ends[object_]
    low, high = sorted((one, other), key=lambda m: m.start)
    return Vote("test", one, relation, other, (low.end, high.start))


@pytest.mark.parametrize(("lang", "marked", "subject", "relation", "object_", "said"), CASES)
def test_what_the_sentence_says(
    context_of: ContextOf, lang: str, marked: str, subject: str, relation: str, object_: str,
    said: dict[str, object],
) -> None:  # fmt: skip
    context = context_of(marked, lang)
    found = qualify(_vote(context, subject, relation, object_), context)
    assert {name: found.get(name) for name in said} == said
    relation_type(relation).qualifiers.model_validate(found)


def test_the_voters_own_qualifiers_win(context_of: ContextOf) -> None:
    context = context_of(f"{JP}六成的[镝=Element:Dy]和[铽=Element:Tb]来自{CN}。")
    seen = _vote(context, "JP", "DEPENDS_ON", "CN")
    vote = Vote("test", seen.subject, "DEPENDS_ON", seen.object, seen.trigger, 1.0,
                {"material": "element:tb"})  # fmt: skip
    assert qualify(vote, context)["material"] == "element:tb"


def test_the_topic_is_the_material_where_none_is_named(context_of: ContextOf) -> None:
    context = context_of(f"{JP}严重依赖{CN}。", topic="element:rare-earths")
    vote = _vote(context, "JP", "DEPENDS_ON", "CN")
    assert qualify(vote, context) == {"material": "element:rare-earths"}


def test_a_measures_name_says_how_it_works(context_of: ContextOf) -> None:
    rule = "[新规=Policy:China rare earth export controls (April 2025)]"
    context = context_of(f"{rule}涉及[钐=Element:Sm]。")
    vote = _vote(context, "China rare earth export controls (April 2025)", "RESTRICTS", "Sm")
    assert qualify(vote, context) == {"mechanism": "export-control"}


def test_unknown_stays_unknown(context_of: ContextOf) -> None:
    context = context_of("[甲公司=Firm:甲]位于[乙=Place:乙]。")
    assert qualify(_vote(context, "甲", "LOCATED_IN", "乙"), context) == {}


_GOLD = os.environ.get("MONAZITE_GOLD")
_MEASURED = ("share", "quantity", "lo", "hi", "amount", "stage", "material", "target", "mechanism")


@pytest.mark.skipif(not _GOLD, reason="MONAZITE_GOLD does not name the folder of annotated files")
@pytest.mark.parametrize(
    "name", ["dev.jsonl", "articles/zh-mixed.jsonl", "articles/en-report.jsonl"]
)
def test_rate_on_annotated_facts(context_of: ContextOf, name: str) -> None:
    hits, wanted = 0, 0
    for line in (Path(str(_GOLD)) / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        context = context_of(_mark(row), row["lang"])
        names = {m.name for m in context.mentions}
        for fact in row["facts"]:
            if not {fact["subject"], fact["object"]} <= names or not _allowed(fact, context):
                continue
            found = qualify(
                _vote(context, fact["subject"], fact["relation"], fact["object"]), context
            )
            for key in set(_MEASURED) & set(fact.get("q", {})):
                wanted += 1
                hits += _same(found.get(key), fact["q"][key], context)
    assert hits / wanted >= 0.7


def _mark(row: dict[str, object]) -> str:
    text, marked, place = str(row["sentence"]), "", 0
    for entity in row["entities"]:  # type: ignore[attr-defined]
        at = text.find(entity["text"], place)
        if at >= place and not set("[]=") & set(entity["text"] + entity["id"]):
            marked += f"{text[place:at]}[{entity['text']}={entity['label']}:{entity['id']}]"
            place = at + len(entity["text"])
    return marked + text[place:]


def _allowed(fact: dict[str, str], context: Context) -> bool:
    labels = {m.name: m.label for m in context.mentions}
    kind = relation_type(fact["relation"])
    return kind.allows(labels[fact["subject"]], labels[fact["object"]])


def _same(got: object, want: object, context: Context) -> bool:
    if isinstance(want, str):
        names = {m.id: m.name for m in context.mentions}
        return names.get(str(got), got) == want
    return isinstance(got, float | int) and got == pytest.approx(want, rel=0.01)
