"""schema/: signatures, ids, validation with one sentence, and the JSON schema of the same truth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.errors import SchemaError, UnknownName
from monazite.schema import (
    ENTITY_TYPES,
    RELATIONS,
    Claim,
    Label,
    Mention,
    article_id,
    entity_id,
    fact_uid,
    json_schema,
    parse,
    relation_type,
    slug,
)


def mention(label: str, key: str, start: int = 0) -> dict[str, object]:
    return {
        "text": key, "label": label, "id": entity_id(label, key), "name": key,
        "start": start, "end": start + len(key),
    }  # fmt: skip


def claim(
    relation: str, subject: dict[str, object], obj: dict[str, object], **more: object
) -> dict[str, object]:
    return {
        "id": "x", "article": "a", "sentence_index": 0, "sentence": "s", "sentence_start": 0,
        "sentence_end": 1, "lang": "en", "subject": subject, "relation": relation, "object": obj,
        "confidence": 0.9, **more,
    }  # fmt: skip


def test_there_are_ten_labels_and_twelve_relations() -> None:
    assert set(ENTITY_TYPES) == set(Label)
    assert len(ENTITY_TYPES) == 10
    assert len(RELATIONS) == 12


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_a_relation_says_its_meaning_and_only_known_qualifiers(relation: type) -> None:
    assert relation.__doc__
    assert set(relation.identity) <= set(relation.qualifiers.model_fields)  # type: ignore[attr-defined]
    assert relation.subjects  # type: ignore[attr-defined]
    assert relation.objects  # type: ignore[attr-defined]


def test_ids_are_readable_and_keep_chinese() -> None:
    assert entity_id("Country", "CN") == "country:cn"
    assert entity_id("Firm", "MP Materials") == "firm:mp-materials"
    assert entity_id("Firm", "北方稀土") == "firm:北方稀土"
    assert entity_id("Policy", "China rare earth export controls (April 2025)") == (
        "policy:china-rare-earth-export-controls-april-2025"
    )


@given(st.text())
def test_a_slug_is_stable_and_never_empty(text: str) -> None:
    once = slug(text)
    assert once
    assert " " not in once
    assert slug(once) == once


def test_a_wrong_end_is_one_clear_sentence() -> None:
    data = claim("REQUIRES", mention("Country", "CN"), mention("Element", "Dy"))
    with pytest.raises(SchemaError, match=r"line 3: record: REQUIRES cannot join Country 'CN' to"):
        parse(Claim, data, "line 3")


def test_an_unknown_qualifier_names_its_field() -> None:
    data = claim(
        "CONTROLS", mention("Country", "CN"), mention("Element", "Dy"), qualifiers={"shore": 3}
    )
    with pytest.raises(SchemaError, match="shore"):
        parse(Claim, data, "line 1")


def test_a_share_over_a_hundred_is_refused() -> None:
    data = claim(
        "CONTROLS", mention("Country", "CN"), mention("Element", "Dy"), qualifiers={"share": 130}
    )
    with pytest.raises(SchemaError, match="share"):
        parse(Claim, data, "line 1")


def test_an_unknown_relation_offers_near_ones() -> None:
    with pytest.raises(UnknownName, match="did you mean CONTROLS"):
        relation_type("controls!")


def test_a_definite_is_no_mention_of_its_own() -> None:
    data = mention("Firm", "Lynas")
    assert not Mention.model_validate(data).resolved
    assert Mention.model_validate({**data, "linked": "definite"}).resolved


def test_white_space_does_not_change_an_article() -> None:
    assert article_id("A  title", "a text") == article_id("A title", "a\ntext")
    assert article_id("A title", "a text") != article_id("A title", "another text")


def test_a_fact_is_named_by_its_identifying_qualifiers() -> None:
    one = fact_uid("CONTROLS", "country:cn", "element:dy", {"stage": "mining"})
    assert one == fact_uid("CONTROLS", "country:cn", "element:dy", {"stage": "mining"})
    assert one != fact_uid("CONTROLS", "country:cn", "element:dy", {"stage": None})


def test_the_json_schema_holds_every_relation_and_signature() -> None:
    variants = {v["properties"]["relation"]["const"]: v for v in json_schema()["oneOf"]}  # type: ignore[attr-defined]
    assert set(variants) == set(RELATIONS)
    ends = variants["REQUIRES"]["properties"]["subject"]["allOf"][1]["properties"]["label"]["enum"]
    assert ends == ["Material", "Product"]
