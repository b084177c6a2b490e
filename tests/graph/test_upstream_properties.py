"""UPSTREAM_OF on random facts: rules that always hold, an oracle written from the design."""

from hypothesis import given
from hypothesis import strategies as st
from monazite.graph.fact_edges import label_of
from monazite.graph.taxonomy import load_taxonomy
from monazite.graph.upstream import upstream_edges
from monazite.schema import RELATIONS, Fact, entity_id, fact_uid

KEYS = {
    "Country": ["CN", "US"], "Place": ["P"], "Agency": ["X"], "Firm": ["A", "B"], "Mine": ["M"],
    "Facility": ["Y"], "Element": ["Dy", "rare earths"], "Product": ["F-35"],
    "Material": ["NdFeB magnets", "rare earth magnets"], "Policy": ["L"],
}  # fmt: skip
IDS = [entity_id(label, key) for label, keys in KEYS.items() for key in keys]


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(list(RELATIONS.values())))
    subject = draw(st.sampled_from([i for i in IDS if label_of(i) in kind.subjects]))
    object_ = draw(st.sampled_from([i for i in IDS if label_of(i) in kind.objects]))
    stages = st.sampled_from(["mining", "consumption"])
    said = {"stage": draw(stages)} if kind.name == "CONTROLS" and draw(st.booleans()) else {}
    return Fact(
        uid=fact_uid(kind.name, subject, object_, said),
        subject=subject,
        relation=kind.name,
        object=object_,
        qualifiers=said,
        belief=draw(st.floats(0.5, 0.99)),
        status=draw(st.sampled_from([None, "planned"])),
    )


FACTS = st.lists(facts(), max_size=15, unique_by=lambda fact: fact.uid)


def by_the_design(all_facts: list[Fact]) -> set[tuple[str, str]]:
    """The design's sentences, one after the other."""
    pairs = set()
    for fact in all_facts:
        s, o, label = fact.subject, fact.object, fact.relation
        if label in ("CONTROLS", "PRODUCES", "OPERATES", "ACQUIRES"):
            pairs.add((s, o) if fact.qualifiers.get("stage") != "consumption" else (s, s))
        if label == "SUPPLIES" and o.startswith(("firm:", "product:")):
            pairs.add((s, o))
        if label == "DEPENDS_ON" and s.startswith(("firm:", "product:")):
            pairs.add((o, s))
        if label == "REQUIRES":
            pairs.add((o, s))
        if label == "LOCATED_IN":
            pairs.add((o, s))
    return {(a, b) for a, b in pairs if a != b}


def derive(all_facts: list[Fact]) -> list[tuple[str, str, list[str], float, bool]]:
    taxonomy = load_taxonomy()
    used = {end for f in all_facts for end in (f.subject, f.object)}
    members = list(taxonomy.facts(taxonomy.joined(used)))
    rows = upstream_edges(all_facts, members, taxonomy)
    return [
        (e.start, e.end, e.properties["via"], e.properties["belief"], e.properties["planned"])
        for e in rows
    ]  # type: ignore[misc]


@given(FACTS)
def test_one_edge_for_a_pair_and_none_into_a_country_or_agency(made: list[Fact]) -> None:
    edges = derive(made)
    pairs = [(start, end) for start, end, *_ in edges]
    assert len(pairs) == len(set(pairs))
    assert not [end for _, end in pairs if end.startswith(("country:", "agency:"))]
    assert all(start != end for start, end in pairs)


@given(FACTS)
def test_edges_are_those_of_the_design_but_for_locations_said_twice(made: list[Fact]) -> None:
    stated = {(a, b) for a, b, via, *_ in derive(made) if via != ["MEMBER_OF"]}
    expected = by_the_design(made)
    located = {(f.object, f.subject) for f in made if f.relation == "LOCATED_IN"}
    assert stated <= expected
    assert expected - stated <= located
    for country, site in expected - stated:  # the places between say it
        reached, todo = set(), [country]
        while todo:
            here = todo.pop()
            reached.add(here)
            todo += [b for a, b in stated & located if a == here and b not in reached]
        assert site in reached


@given(FACTS)
def test_belief_is_that_of_one_of_the_facts_and_plans_give_way(made: list[Fact]) -> None:
    for start, end, via, belief, planned in derive(made):
        if via == ["MEMBER_OF"]:
            continue
        behind = [f for f in made if by_the_design([f]) == {(start, end)}]
        assert belief in {f.belief for f in behind}
        assert planned == (not [f for f in behind if f.status != "planned"])


@given(FACTS, st.randoms())
def test_the_order_of_facts_does_not_matter(made: list[Fact], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert derive(shuffled) == derive(made)
