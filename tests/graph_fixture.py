"""A small graph made by hand: entities, facts, taxonomy, the supply graph and some evidence.

Beliefs, dates and shares are chosen so that every query has something to leave out. The supply
graph is derived from the facts as in a real build. Tests ask as of :data:`DAY`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import yaml
from monazite.graph.evidence import article_node, claim_edges, claim_node
from monazite.graph.fact_edges import edge_of, label_of
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.taxonomy import load_taxonomy
from monazite.graph.upstream import upstream_edges
from monazite.schema import Article, Claim, Entity, Fact, Mention, claim_id, fact_uid, relation_type

DAY = "2026-06-01"

# id: name; Chinese name; country; aliases
ENTITIES = """
country:cn: [China, 中国, null, [PRC]]
country:us: [United States, 美国, null, [US, America]]
country:au: [Australia, 澳大利亚]
country:jp: [Japan, 日本]
country:mm: [Myanmar, 缅甸, null, [Burma]]
country:my: [Malaysia, 马来西亚]
country:tz: [Tanzania]
place:inner-mongolia: [Inner Mongolia, 内蒙古]
place:california: [California]
place:baotou: [Baotou, 包头]
agency:mofcom: [MOFCOM, 商务部, CN]
agency:dod: [US Department of Defense, null, US]
firm:northern: [Northern Rare Earth, 北方稀土, CN]
firm:jl-mag: [JL MAG, 金力永磁, CN]
firm:mp: [MP Materials, null, US]
firm:lynas: [Lynas, 莱纳斯, AU, [Lynas Rare Earths]]
firm:shenghe: [Shenghe Resources, 盛和资源, CN]
firm:peak: [Peak Rare Earths, null, AU]
firm:lockheed: [Lockheed Martin, null, US]
firm:gm: [General Motors, null, US, [GM]]
firm:lonely: [Lonely Metals]
mine:bayan-obo: [Bayan Obo, 白云鄂博]
mine:mountain-pass: [Mountain Pass]
mine:mount-weld: [Mount Weld]
mine:ngualla: [Ngualla]
mine:baotou: [Baotou]
facility:kuantan: [Lynas Kuantan]
facility:fort-worth: [MP Fort Worth]
element:ga: [gallium, 镓, null, [Ga]]
product:f-35: [F-35, null, null, [F-35 Lightning II]]
product:ev: [electric vehicles, 电动汽车, null, [EVs]]
product:wind: [wind turbines]
product:phone: [smartphones]
policy:april: [China rare earth export controls (April 2025), null, CN]
policy:rule: [0.1% rule (October 2025), null, CN]
"""
THINGS = (
    "element:rare-earths", "element:heavy-rare-earths", "element:light-rare-earths", "element:nd",
    "element:dy", "element:medium-rare-earths", "element:sm", "material:ndfeb-magnets",
    "material:rare-earth-magnets", "material:samarium-cobalt-magnets",
)  # fmt: skip

# subject, relation, object, what is said (belief 0.9, 2 stories, 3 claims unless said otherwise)
FACTS = """
- [country:cn, CONTROLS, element:rare-earths, {stage: mining, share: 69, shares: [60, 69, 70], year: 2024, sources: 3}]
- [country:cn, CONTROLS, element:rare-earths, {stage: processing, share: 90, shares: [85, 90], belief: 0.98}]
- [country:us, CONTROLS, element:rare-earths, {stage: mining, share: 12, belief: 0.8}]
- [country:au, CONTROLS, element:rare-earths, {stage: mining, share: 8, belief: 0.7, sources: 1, claims: 1}]
- [country:jp, CONTROLS, element:rare-earths, {stage: consumption, share: 20}]
- [country:mm, CONTROLS, element:rare-earths, {stage: mining, share: 11, belief: 0.3, sources: 1, claims: 1}]
- [country:cn, CONTROLS, material:ndfeb-magnets, {stage: magnet-making, share: 92}]
- [country:jp, CONTROLS, material:ndfeb-magnets, {stage: magnet-making, share: 7, belief: 0.6}]
- [country:cn, CONTROLS, element:ga, {stage: supply, share: 98}]
- [country:cn, PRODUCES, element:dy, {}]
- [country:mm, PRODUCES, element:dy, {belief: 0.75}]
- [firm:northern, PRODUCES, element:rare-earths, {belief: 0.95}]
- [mine:bayan-obo, PRODUCES, element:rare-earths, {quantity: 150000, unit: t, year: 2024}]
- [mine:mountain-pass, PRODUCES, element:rare-earths, {quantity: 45000, unit: t}]
- [mine:ngualla, PRODUCES, element:rare-earths, {status: planned, forecast: true, belief: 0.8}]
- [facility:kuantan, PRODUCES, element:dy, {belief: 0.85}]
- [firm:jl-mag, PRODUCES, material:ndfeb-magnets, {quantity: 38000, unit: t}]
- [facility:fort-worth, PRODUCES, material:ndfeb-magnets, {status: planned, belief: 0.8}]
- [firm:lockheed, PRODUCES, product:f-35, {belief: 0.99}]
- [firm:gm, PRODUCES, product:ev, {belief: 0.95}]
- [product:f-35, REQUIRES, element:rare-earths, {quantity: 418, unit: kg, belief: 0.97, sources: 4}]
- [product:f-35, REQUIRES, material:samarium-cobalt-magnets, {belief: 0.8}]
- [material:samarium-cobalt-magnets, REQUIRES, element:sm, {belief: 0.95}]
- [material:ndfeb-magnets, REQUIRES, element:nd, {belief: 0.96}]
- [material:ndfeb-magnets, REQUIRES, element:dy, {belief: 0.9}]
- [material:rare-earth-magnets, REQUIRES, element:dy, {belief: 0.75}]
- [product:ev, REQUIRES, material:ndfeb-magnets, {belief: 0.94}]
- [product:wind, REQUIRES, material:rare-earth-magnets, {belief: 0.9}]
- [product:phone, REQUIRES, element:ga, {belief: 0.7, sources: 1, claims: 1}]
- [firm:northern, OPERATES, mine:bayan-obo, {belief: 0.95}]
- [firm:mp, OPERATES, mine:mountain-pass, {belief: 0.97}]
- [firm:mp, OPERATES, facility:fort-worth, {status: planned, belief: 0.85}]
- [firm:lynas, OPERATES, mine:mount-weld, {}]
- [firm:lynas, OPERATES, facility:kuantan, {}]
- [firm:peak, OPERATES, mine:ngualla, {belief: 0.8}]
- [firm:shenghe, ACQUIRES, firm:peak, {stake: 100, amount: 158000000, currency: AUD, date: '2025-09', valid_from: '2025-09-01', status: done}]
- [firm:shenghe, ACQUIRES, firm:mp, {stake: 8, belief: 0.7, valid_to: '2026-01-01'}]
- [country:cn, ACQUIRES, firm:shenghe, {stake: 14.5, belief: 0.6}]
- [agency:dod, INVESTS_IN, firm:mp, {amount: 400000000, currency: USD, year: 2025}]
- [country:us, INVESTS_IN, country:au, {amount: 1000000000, currency: USD, status: planned, belief: 0.8}]
- [mine:bayan-obo, LOCATED_IN, place:inner-mongolia, {}]
- [place:inner-mongolia, LOCATED_IN, country:cn, {}]
- [mine:mountain-pass, LOCATED_IN, place:california, {}]
- [place:california, LOCATED_IN, country:us, {}]
- [facility:kuantan, LOCATED_IN, country:my, {}]
- [mine:ngualla, LOCATED_IN, country:tz, {}]
- [place:baotou, LOCATED_IN, place:inner-mongolia, {}]
- [mine:baotou, LOCATED_IN, place:baotou, {belief: 0.6, sources: 1, claims: 1}]
- [firm:jl-mag, SUPPLIES, firm:gm, {material: 'material:ndfeb-magnets', share: 40, belief: 0.8}]
- [firm:northern, SUPPLIES, firm:jl-mag, {material: 'element:nd', belief: 0.85}]
- [firm:lynas, SUPPLIES, firm:jl-mag, {belief: 0.55, sources: 1, claims: 1}]
- [country:cn, SUPPLIES, country:jp, {material: 'element:rare-earths', share: 58, belief: 0.8}]
- [country:jp, DEPENDS_ON, country:cn, {material: 'element:rare-earths', share: 60, shares: [58, 60, 90]}]
- [firm:peak, DEPENDS_ON, firm:shenghe, {share: 30, belief: 0.6}]
- [country:us, DEPENDS_ON, country:cn, {material: 'element:rare-earths', share: 70, belief: 0.85}]
- [country:cn, RESTRICTS, element:dy, {mechanism: export-licence, date: '2025-04-04', valid_from: '2025-04-04', sources: 4}]
- [policy:april, RESTRICTS, element:dy, {mechanism: export-licence, valid_from: '2025-04-04'}]
- [policy:rule, RESTRICTS, element:rare-earths, {mechanism: export-control, valid_from: '2025-10-09', valid_to: '2026-11-10', belief: 0.85}]
- [country:cn, RESTRICTS, element:ga, {mechanism: ban, target: 'country:us', valid_from: '2024-12-03', valid_to: '2025-11-09', status: lifted}]
- [country:cn, RESTRICTS, element:ga, {mechanism: suspension, target: 'country:us', valid_from: '2025-11-09', valid_to: '2026-11-27', status: lifted, belief: 0.8}]
- [country:cn, RESTRICTS, element:sm, {mechanism: ban, target: 'country:us', valid_from: '2025-12-01', belief: 0.7}]
- [country:us, RESTRICTS, material:ndfeb-magnets, {mechanism: tariff, target: 'country:cn', status: planned, belief: 0.6}]
- [agency:mofcom, ENACTS, policy:april, {date: '2025-04-04', valid_from: '2025-04-04'}]
- [country:cn, ENACTS, policy:rule, {date: '2025-10-09', valid_from: '2025-10-09', valid_to: '2026-11-10', first_stated: '2025-10-09', last_stated: '2026-05-20'}]
- [country:au, PARTNERS_WITH, country:us, {date: '2025-10', first_stated: '2025-10-20', last_stated: '2025-10-25'}]
- [country:au, PRODUCES, element:sm, {origin: reference, claims: 0, sources: 0, first_stated: null, last_stated: null}]
"""

# id, article's title; source; date; story
ARTICLES = """
a1: [China licences dysprosium, Harbour Post, '2025-04-05', s1]
a2: [Dysprosium under licence, Copy Wire, '2025-04-06', s1]
a3: [没有镝出口, 稀土日报, '2025-10-14', s2]
"""
# article; sentence, its number; subject, its word, relation, object, its word; denied; confidence
CLAIMS = """
- [a1, China put dysprosium under export licences., 0, 'country:cn', China, RESTRICTS, 'element:dy', dysprosium, false, 0.9]
- [a2, China put dysprosium under export licences., 0, 'country:cn', China, RESTRICTS, 'element:dy', dysprosium, false, 0.8]
- [a3, 中国没有对镝实行许可证管理。, 2, 'country:cn', 中国, RESTRICTS, 'element:dy', 镝, true, 0.6]
- [a3, 中国生产镝。, 3, 'country:cn', 中国, PRODUCES, 'element:dy', 镝, false, 0.7]
- [a3, 莱纳斯向金力永磁供货。, 4, 'firm:lynas', 莱纳斯, SUPPLIES, 'firm:jl-mag', 金力永磁, false, 0.55]
"""
_DEFAULTS = {
    "belief": 0.9,
    "sources": 2,
    "claims": 3,
    "first_stated": "2025-03-01",
    "last_stated": "2025-10-01",
}
_OWN = {*Fact.model_fields} - {"uid", "subject", "relation", "object", "qualifiers"}


def uid(subject: str, relation: str, object_: str, **said: object) -> str:
    """The uid of a fact of the fixture."""
    return fact_uid(
        relation, subject, object_, {k: said.get(k) for k in relation_type(relation).identity}
    )


def facts() -> list[Fact]:
    """The facts of the table."""
    return [
        Fact.model_validate(
            {
                "uid": uid(subject, relation, object_, **said),
                "subject": subject,
                "relation": relation,
                "object": object_,
                "qualifiers": {k: v for k, v in said.items() if k not in _OWN or k == "status"},
                **_DEFAULTS,
                **{k: v for k, v in said.items() if k in _OWN},
            }
        )
        for subject, relation, object_, said in yaml.safe_load(FACTS)
    ]


def entities() -> list[Entity]:
    """The entities of the table, and those of the taxonomy that are used."""
    fields = ("name", "name_zh", "country", "aliases")
    own = [
        Entity(id=id_, label=label_of(id_), **dict(zip(fields, row, strict=False)))
        for id_, row in yaml.safe_load(ENTITIES).items()
    ]
    return [*own, *(load_taxonomy().entities[id_] for id_ in THINGS)]


def _mention(sentence: str, entity: str, word: str) -> Mention:
    start = sentence.index(word)
    end = start + len(word)
    return Mention(text=word, label=label_of(entity), id=entity, name=word, start=start, end=end)


def _claims() -> Iterator[tuple[Claim, str, str]]:
    """Claims with their stories and the facts they speak for."""
    stories = yaml.safe_load(ARTICLES)
    for row in yaml.safe_load(CLAIMS):
        article, sentence, index, subject, word, relation, object_, other, denied, confidence = row
        said = {"mechanism": "export-licence"} if relation == "RESTRICTS" else {}
        claim = Claim(
            id=claim_id(article, index, subject, relation, object_),
            article=article,
            sentence_index=index,
            sentence=sentence,
            sentence_start=0,
            sentence_end=len(sentence),
            lang="zh" if article == "a3" else "en",
            subject=_mention(sentence, subject, word),
            relation=relation,
            object=_mention(sentence, object_, other),
            qualifiers=said,
            negated=denied,
            confidence=confidence,
            published=dt.date.fromisoformat(stories[article][2]),
        )
        yield claim, stories[article][3], uid(subject, relation, object_, **said)


def nodes() -> Iterator[NodeRow]:
    """Every node of the graph."""
    for entity in entities():
        told = entity.model_dump(exclude={"id", "label"}, exclude_none=True)
        yield NodeRow(entity.label, entity.id, {**told, "aliases": list(entity.aliases)})
    for claim, story, fact in _claims():
        yield claim_node(claim, story, fact)
    for id_, (title, source, published, story) in yaml.safe_load(ARTICLES).items():
        article = Article(
            id=id_, title=title, text=title, lang="en", source=source, published=published
        )
        yield article_node(article, story)


def edges() -> Iterator[EdgeRow]:
    """Every edge of the graph."""
    memberships = list(load_taxonomy().facts(THINGS))
    yield from map(edge_of, [*facts(), *memberships])
    yield from upstream_edges(facts(), memberships, load_taxonomy())
    for claim, _, fact in _claims():
        yield from claim_edges(claim, fact)
