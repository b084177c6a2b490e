"""Random graphs of every label and relation, derived edges and evidence included.

Names, dates, numbers and beliefs come from short lists, so that rows tie and their order is decided
by the last keys. The same seed gives the same graph.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from monazite.graph.evidence import article_node, claim_edges, claim_node
from monazite.graph.fact_edges import edge_of
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.taxonomy import load_taxonomy
from monazite.graph.upstream import upstream_edges
from monazite.schema import (
    RELATIONS,
    Article,
    Claim,
    Entity,
    Fact,
    Label,
    Mechanism,
    Mention,
    Stage,
    claim_id,
    fact_uid,
    label_of,
    relation_type,
)  # fmt: skip

from ..graph_fixture import THINGS

DAYS = [None, dt.date(2025, 4, 4), dt.date(2025, 10, 9), dt.date(2026, 6, 1), dt.date(2026, 7, 15)]
BELIEFS = [0.2, 0.5, 0.55, 0.8, 0.8, 0.9, 0.9, 0.95, 1.0, 0.1 + 0.2]
# Two scripts, two cases, an accent, a ligature and an ideograph beyond the basic plane.
NAMES = ["Alpha", "alpha", "Ångström", "Zeta", "中国", "ﬁrst", "𠮷田", 'O\'Neil "& Sons"']
COUNTRIES = [None, "CN", "US", "AU"]
PERCENT = [0, 5, 20.5, 60, 60.0, 100]
NUMBERS = [0, 1, 5.5, 20, 60.0, 92, 150_000.25]
VALUES: dict[str, list[Any]] = {
    "share": PERCENT,
    "stake": PERCENT,
    "quantity": NUMBERS,
    "amount": NUMBERS,
    "lo": NUMBERS,
    "hi": NUMBERS,
    "change_pct": [-12.5, 3, 40],
    "year": [2024, 2025, 2026],
    "date": ["2025", "2025-04", "2025-10-09"],
    "unit": ["t", "kg"],
    "currency": ["USD", "CNY"],
    "bound": ["min", "approx"],
    "forecast": [True],
    "status": [None, None, "planned", "done", "lifted", "suspended"],
    "stage": list(Stage),
    "mechanism": list(Mechanism),
}
SOURCES = ["Harbour Post", "稀土日报", None]


@dataclass(frozen=True)
class RandomGraph:
    """The rows of a graph, and what questions may ask of it."""

    nodes: list[NodeRow]
    edges: list[EdgeRow]
    entities: list[Entity]
    facts: list[Fact]
    pairs: list[tuple[str, str]]


def random_graph(random: Random) -> RandomGraph:
    """About 30 entities, 45 facts, what follows from them, and evidence for some."""
    entities = _entities(random)
    facts = list({f.uid: f for f in (_fact(random, entities) for _ in range(45))}.values())
    things = [entity.id for entity in entities if entity.id in THINGS]
    memberships = list(load_taxonomy().facts(things))
    nodes = [
        NodeRow(e.label, e.id, e.model_dump(exclude={"id", "label"}, exclude_none=True))
        for e in entities
    ]
    edges = [edge_of(fact) for fact in [*facts, *memberships]]
    edges += upstream_edges(facts, memberships, load_taxonomy())
    for part in _evidence(random, facts):
        (nodes if isinstance(part, NodeRow) else edges).append(part)
    pairs = [(fact.subject, fact.object) for fact in facts] + _walks(random, edges)
    return RandomGraph(nodes, edges, entities, facts, pairs)


def _walks(random: Random, edges: list[EdgeRow]) -> list[tuple[str, str]]:
    """The ends of walks of up to three steps of supply."""
    steps = [edge for edge in edges if edge.type == "UPSTREAM_OF"]
    ends = []
    for edge in steps:
        end = edge.end
        for _ in range(random.randint(0, 2)):
            end = random.choice(
                [e.end for e in steps if e.start == end and e.end != edge.start] or [end]
            )
        ends.append((edge.start, end))
    return ends


def _entities(random: Random) -> list[Entity]:
    """Two or three of each label, and some of the taxonomy's things."""
    codes = {Label.COUNTRY: ["cn", "us", "au"]}
    taxonomy = load_taxonomy().entities
    own = [
        Entity(
            id=f"{label.lower()}:{key}",
            label=label,
            name=random.choice(NAMES),
            name_zh=random.choice([None, "甲"]),
            country=None if label == Label.COUNTRY else random.choice(COUNTRIES),
            aliases=random.sample(NAMES, random.randint(0, 2)),
        )
        for label in Label
        for key in random.sample(codes.get(label, ["a", "b", "c"]), random.randint(2, 3))
    ]
    return [*own, *(taxonomy[id_] for id_ in random.sample(THINGS, 5))]


def _fact(random: Random, entities: list[Entity]) -> Fact:
    relation = relation_type(random.choice(list(RELATIONS)))
    subject = random.choice([e for e in entities if e.label in relation.subjects])
    others = [e for e in entities if e.label in relation.objects and e is not subject]
    object_ = random.choice(others)
    said = {
        key: random.choice(VALUES.get(key, entities))
        for key in relation.qualifiers.model_fields
        if random.random() < 0.6
    }
    told = {k: v.id if isinstance(v, Entity) else v for k, v in said.items() if v is not None}
    identity = {key: told.get(key) for key in relation.identity}
    shares = sorted(random.sample([5.0, 20.5, 60.0, 90.0], 2))
    return Fact(
        uid=fact_uid(relation.name, subject.id, object_.id, identity),
        subject=subject.id,
        relation=relation.name,
        object=object_.id,
        qualifiers=told,
        shares=tuple(shares) if "share" in told and random.random() < 0.5 else (),
        belief=random.choice(BELIEFS),
        claims=random.randint(0, 3),
        sources=random.randint(0, 3),
        first_stated=random.choice(DAYS),
        last_stated=random.choice(DAYS),
        valid_from=random.choice([None, None, *DAYS]),
        valid_to=random.choice([None, None, None, *DAYS]),
        status=told.get("status"),
        origin=random.choice(["news", "news", "reference"]),
    )


def _evidence(random: Random, facts: list[Fact]) -> list[NodeRow | EdgeRow]:
    """Claims for some facts, in three articles of two stories."""
    published = [random.choice(DAYS) for _ in range(3)]
    rows: list[NodeRow | EdgeRow] = []
    for number, day in enumerate(published):
        source, title = random.choice(SOURCES), random.choice(NAMES)
        id_ = f"a{number}"
        article = Article(id=id_, title=title, text=title, lang="en", source=source, published=day)
        rows.append(article_node(article, f"s{number // 2}"))
    for index, fact in enumerate(random.sample(facts, 12)):
        number = random.randrange(3)
        claim = _claim(random, fact, f"a{number}", index, published[number])
        rows += [claim_node(claim, f"s{number // 2}", fact.uid), *claim_edges(claim, fact.uid)]
    return rows


def _claim(random: Random, fact: Fact, article: str, index: int, day: dt.date | None) -> Claim:
    subject, object_ = (
        Mention(text="x", label=label_of(id_), id=id_, name="x", start=at, end=at + 1)
        for at, id_ in enumerate((fact.subject, fact.object))
    )  # fmt: skip
    return Claim(
        id=claim_id(article, index, fact.subject, fact.relation, fact.object),
        article=article,
        sentence_index=index,
        sentence=random.choice(NAMES) + " xx",
        sentence_start=0,
        sentence_end=5,
        lang=random.choice(["en", "zh"]),
        subject=subject,
        relation=fact.relation,
        object=object_,
        qualifiers=fact.qualifiers,
        negated=random.random() < 0.2,
        confidence=random.choice(BELIEFS),
        published=day,
    )
