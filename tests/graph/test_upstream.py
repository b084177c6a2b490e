"""UPSTREAM_OF: which facts give which edges, and what an edge says."""

import datetime as dt

import pytest
from monazite.graph.facts import facts_from_claims
from monazite.graph.rows import EdgeRow
from monazite.graph.taxonomy import load_taxonomy
from monazite.graph.upstream import upstream_edges
from monazite.graph.upstream_rules import rules
from monazite.schema import RELATIONS, Claim, Label

from .making import by_fact, claim

CN, RE, MAGNETS = "Country:CN", "Element:rare earths", "Material:NdFeB magnets"
F35, DY, ND = "Product:F-35", "Element:Dy", "Element:Nd"
Edges = dict[tuple[str, str], EdgeRow]


def upstream(*claims: Claim) -> Edges:
    taxonomy = load_taxonomy()
    facts = list(facts_from_claims(by_fact((c, c.article) for c in claims)))
    used = {end for f in facts for end in (f.subject, f.object)}
    members = list(taxonomy.facts(taxonomy.joined(used)))
    edges = list(upstream_edges(facts, members, taxonomy))
    found = {(e.start, e.end): e for e in edges}
    assert len(found) == len(edges), "one edge for each ordered pair"
    return found


def assumed(into: EdgeRow, out: EdgeRow) -> bool:
    """The rule for a step through a firm, as the module states it for Cypher."""
    needs = out.properties["needs"]
    assert isinstance(needs, list)
    supplied = into.properties.get("materials")
    assert supplied is None or isinstance(supplied, list)
    return supplied is not None and not set(supplied) & set(needs)


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "edge"),
    [
        (CN, "CONTROLS", DY, "country:cn element:dy"),
        ("Mine:M", "PRODUCES", DY, "mine:m element:dy"),
        (CN, "OPERATES", "Mine:M", "country:cn mine:m"),
        ("Firm:A", "ACQUIRES", "Firm:B", "firm:a firm:b"),
        ("Firm:A", "SUPPLIES", "Firm:B", "firm:a firm:b"),
        (CN, "SUPPLIES", F35, "country:cn product:f-35"),
        ("Firm:A", "DEPENDS_ON", CN, "country:cn firm:a"),
        (F35, "DEPENDS_ON", "Firm:A", "firm:a product:f-35"),
        (F35, "REQUIRES", MAGNETS, "material:ndfeb-magnets product:f-35"),
        (MAGNETS, "REQUIRES", "Element:B", "element:b material:ndfeb-magnets"),
        ("Place:P", "LOCATED_IN", CN, "country:cn place:p"),
        ("Firm:A", "LOCATED_IN", "Place:P", "place:p firm:a"),
    ],
)
def test_the_supply_side_comes_first(subject: str, relation: str, object_: str, edge: str) -> None:
    edges = upstream(claim(subject, relation, object_))
    stated = [f"{a} {b}" for (a, b), e in edges.items() if e.properties["via"] == [relation]]
    assert stated == [edge]


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "more"),
    [
        (CN, "SUPPLIES", "Country:IN", {}),
        ("Country:JP", "DEPENDS_ON", CN, {}),
        ("Agency:DoD", "DEPENDS_ON", CN, {}),
        (CN, "SUPPLIES", "Agency:DoD", {}),
        ("Country:IN", "RESTRICTS", RE, {}),
        ("Country:US", "RESTRICTS", CN, {}),
        (CN, "ENACTS", "Policy:P", {}),
        (CN, "INVESTS_IN", "Firm:A", {}),
        (CN, "PARTNERS_WITH", "Country:US", {}),
        (CN, "CONTROLS", "Element:Ga", {"stage": "consumption"}),
        (MAGNETS, "REQUIRES", MAGNETS, {}),
    ],
)
def test_what_supplies_nothing_gives_no_edge(
    subject: str, relation: str, object_: str, more: dict[str, str]
) -> None:
    edges = upstream(claim(subject, relation, object_, **more))  # type: ignore[arg-type]
    assert all(e.properties["via"] == ["MEMBER_OF"] for e in edges.values())


def test_rules_speak_of_relations_that_exist_and_never_into_a_country_or_agency() -> None:
    for name, rule in rules().items():
        far = RELATIONS[name].objects if rule.start == "subject" else RELATIONS[name].subjects
        assert rule.into and rule.into <= far
        assert not rule.into & {Label.COUNTRY, Label.AGENCY}


def test_parallel_facts_are_one_edge() -> None:
    edge = upstream(
        claim(CN, "CONTROLS", RE, "a", stage="mining", share=69, confidence=0.9),
        claim(CN, "CONTROLS", RE, "b", stage="processing", share=92, confidence=0.6),
        claim(CN, "PRODUCES", RE, "b", quantity=270000, unit="t"),
    )["country:cn", "element:rare-earths"].properties
    assert len(edge["facts"]) == 3  # type: ignore[arg-type]
    assert (edge["via"], edge["stages"]) == (["CONTROLS", "PRODUCES"], ["mining", "processing"])
    assert (edge["share_min"], edge["share_max"]) == (69, 92)
    assert edge["share_stages"] == ["mining", "processing"]
    assert edge["belief"] == pytest.approx(0.9 * 0.8)
    assert (edge["origin"], edge["planned"]) == ("derived", False)


def test_a_share_of_no_stage_is_not_lent_the_stage_of_another_fact() -> None:
    edge = upstream(claim(CN, "CONTROLS", RE, share=90), claim(CN, "CONTROLS", RE, stage="mining"))
    told = edge["country:cn", "element:rare-earths"].properties
    assert (told["stages"], told["share_stages"]) == (["mining"], [""])


def test_the_share_of_a_thing_that_a_use_takes_is_no_share_of_the_start() -> None:
    edge = upstream(claim("Product:EV", "REQUIRES", MAGNETS, share=28))
    assert "share_min" not in edge["material:ndfeb-magnets", "product:ev"].properties


def test_the_country_is_left_out_where_the_place_says_it() -> None:
    site = claim("Facility:X", "LOCATED_IN", "Place:Baotou")
    direct = claim("Facility:X", "LOCATED_IN", CN)
    assert ("country:cn", "facility:x") in upstream(site, direct)
    edges = upstream(site, direct, claim("Place:Baotou", "LOCATED_IN", CN))
    assert sorted(edges) == [("country:cn", "place:baotou"), ("place:baotou", "facility:x")]


def test_a_place_that_is_hardly_believed_hides_nothing() -> None:
    doubtful = claim("Place:Baotou", "LOCATED_IN", CN, confidence=0.4)
    site = [claim("Facility:X", "LOCATED_IN", where) for where in ("Place:Baotou", CN)]
    assert ("country:cn", "facility:x") in upstream(doubtful, *site)


def test_places_that_lie_in_each_other_do_not_drop_each_other() -> None:
    a, b = "Place:A", "Place:B"
    circle = [claim(a, "LOCATED_IN", b), claim(b, "LOCATED_IN", a)]
    edges = upstream(*circle, *(claim("Mine:M", "LOCATED_IN", p) for p in (a, b)))
    assert sum(end == "mine:m" for _, end in edges) == 1


def test_another_fact_keeps_the_country_before_the_site() -> None:
    edges = upstream(
        claim("Mine:M", "LOCATED_IN", "Place:P"), claim("Place:P", "LOCATED_IN", CN),
        claim("Mine:M", "LOCATED_IN", CN), claim(CN, "OPERATES", "Mine:M"),
    )  # fmt: skip
    assert edges["country:cn", "mine:m"].properties["via"] == ["OPERATES"]


def test_taxonomy_steps_say_which_way_they_go_and_statements_stand_before_them() -> None:
    edges = upstream(claim(CN, "CONTROLS", DY))
    up = edges["element:dy", "element:heavy-rare-earths"].properties
    down = edges["element:heavy-rare-earths", "element:dy"].properties
    assert (up["via"], up["direction"], up["whole"]) == (["MEMBER_OF"], "generalise", False)
    assert (down["direction"], down["whole"], down["belief"]) == ("specialise", True, 1)
    said = claim("Material:sintered NdFeB magnets", "REQUIRES", MAGNETS)
    edge = upstream(said)["material:ndfeb-magnets", "material:sintered-ndfeb-magnets"]
    assert edge.properties["via"] == ["REQUIRES"]
    assert "direction" not in edge.properties


def test_only_control_holds_for_a_whole_group() -> None:
    edges = upstream(claim(CN, "CONTROLS", RE), claim("Mine:M", "PRODUCES", RE))
    assert edges["country:cn", "element:rare-earths"].properties["whole"] is True
    assert edges["mine:m", "element:rare-earths"].properties["whole"] is False


def test_plans_are_marked_and_left_out_where_something_is_settled() -> None:
    plan = claim("Firm:A", "ACQUIRES", "Mine:M", status="planned", year=2030)
    edge = upstream(plan)["firm:a", "mine:m"].properties
    assert (edge["planned"], edge["valid_from"]) == (True, dt.date(2030, 1, 1))
    edge = upstream(plan, claim("Firm:A", "OPERATES", "Mine:M"))["firm:a", "mine:m"].properties
    assert (edge["planned"], edge["via"], "valid_from" in edge) == (False, ["OPERATES"], False)


def test_an_ended_fact_ends_the_edge_unless_another_goes_on() -> None:
    begun = claim("Firm:A", "SUPPLIES", "Firm:B", "a", published="2025-01-01")
    ended = claim("Firm:A", "SUPPLIES", "Firm:B", "b", published="2025-05-01", status="suspended")
    assert upstream(begun, ended)["firm:a", "firm:b"].properties["valid_to"] == dt.date(2025, 5, 1)
    stake = claim("Firm:A", "ACQUIRES", "Firm:B", confidence=0.6)
    edge = upstream(begun, ended, stake)["firm:a", "firm:b"].properties
    assert "valid_to" not in edge
    assert edge["belief"] == pytest.approx(0.6 * 0.8), "what has ended lends no belief"


MAKER = claim("Firm:JL MAG", "PRODUCES", MAGNETS)
NEEDS_DY = claim(MAGNETS, "REQUIRES", DY)


@pytest.mark.parametrize(
    ("supplied", "guess"),
    [("Element:Dy", False), ("Element:heavy rare earths", False), ("Element:Li", True),
     ("Element:La", True), ("Material:NdFeB magnets", False)],
)  # fmt: skip
def test_a_step_through_a_maker_is_assumed_unless_the_thing_needs_the_supply(
    supplied: str, guess: bool
) -> None:
    edges = upstream(MAKER, NEEDS_DY, claim(CN, "SUPPLIES", "Firm:JL MAG", material=supplied))
    step = edges["country:cn", "firm:jl-mag"], edges["firm:jl-mag", "material:ndfeb-magnets"]
    assert assumed(*step) is guess


def test_an_unnamed_supply_is_assumed_but_ownership_is_not() -> None:
    supply = claim("Firm:A", "SUPPLIES", "Firm:JL MAG")
    edges = upstream(MAKER, NEEDS_DY, supply)
    out = edges["firm:jl-mag", "material:ndfeb-magnets"]
    assert assumed(edges["firm:a", "firm:jl-mag"], out)
    edges = upstream(MAKER, NEEDS_DY, supply, claim("Firm:A", "ACQUIRES", "Firm:JL MAG"))
    assert not assumed(edges["firm:a", "firm:jl-mag"], out)


def test_a_firm_that_runs_the_plant_which_makes_the_thing_passes_the_supply_on() -> None:
    edges = upstream(
        claim("Firm:JL MAG", "OPERATES", "Facility:Plant"),
        claim("Facility:Plant", "PRODUCES", MAGNETS), NEEDS_DY,
        claim("Firm:JL MAG", "SUPPLIES", "Firm:Tesla", material=MAGNETS),
        claim(CN, "SUPPLIES", "Firm:JL MAG", material=DY),
    )  # fmt: skip
    into = edges["country:cn", "firm:jl-mag"]
    assert not assumed(into, edges["firm:jl-mag", "facility:plant"])
    assert not assumed(into, edges["firm:jl-mag", "firm:tesla"])
