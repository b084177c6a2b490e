"""The taxonomy: its ids are the gazetteer's, it is a taxonomy, and what of it is loaded."""

import pytest
from monazite.extract.gazetteer.loader import read_rows
from monazite.graph.taxonomy import Taxonomy, load_taxonomy
from monazite.schema import Label, entity_id

RARE_EARTHS = [
    *("La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd"),
    *("Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Y"),
    "Sc",
]
ROOT = entity_id("Element", "rare earths")


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_every_node_is_in_the_gazetteer_under_the_same_names(taxonomy: Taxonomy) -> None:
    known = {row.id: row.entity() for row in read_rows()}
    for id_, entity in taxonomy.entities.items():
        assert (entity.name, entity.name_zh) == (known[id_].name, known[id_].name_zh)


def test_members_and_groups_are_of_one_kind_and_nothing_holds_itself(taxonomy: Taxonomy) -> None:
    for id_, entity in taxonomy.entities.items():
        assert entity.label in (Label.ELEMENT, Label.MATERIAL)
        assert id_ not in taxonomy.above(id_)
        assert {taxonomy.entities[up].label for up in taxonomy.above(id_)} <= {entity.label}


def test_every_node_has_a_group_or_a_member(taxonomy: Taxonomy) -> None:
    assert all(taxonomy.above(n) or taxonomy.below(n) for n in taxonomy.entities)


def test_the_seventeen_rare_earths_are_rare_earths(taxonomy: Taxonomy) -> None:
    below = taxonomy.below(ROOT)
    assert {entity_id("Element", symbol) for symbol in RARE_EARTHS} == {
        id_ for id_ in below if not taxonomy.below(id_) and "-" not in id_
    }
    assert entity_id("Element", "heavy rare earths") in taxonomy.above("element:dy")
    assert "element:dy" not in taxonomy.below(entity_id("Element", "light rare earths"))


def test_magnets_are_told_apart(taxonomy: Taxonomy) -> None:
    magnets = entity_id("Material", "rare earth magnets")
    sintered = entity_id("Material", "sintered NdFeB magnets")
    assert {sintered, "material:samarium-cobalt-magnets"} <= taxonomy.below(magnets)
    assert "material:samarium-cobalt-magnets" not in taxonomy.above(sintered)


def test_used_nodes_and_their_groups_are_joined_but_no_unused_member(taxonomy: Taxonomy) -> None:
    joined = taxonomy.joined({"element:dy", "element:ga", "product:f-35"})
    assert joined == ["element:dy", "element:heavy-rare-earths", "element:rare-earths"]
    assert [(f.subject, f.object) for f in taxonomy.facts(joined)] == [
        ("element:dy", "element:heavy-rare-earths"),
        ("element:heavy-rare-earths", "element:rare-earths"),
    ]
    assert taxonomy.joined(set()) == []


def test_membership_is_certain_and_marked_as_taxonomy(taxonomy: Taxonomy) -> None:
    fact = next(taxonomy.facts(taxonomy.joined({"element:dy"})))
    assert (fact.belief, fact.origin, fact.relation) == (1, "taxonomy", "MEMBER_OF")
