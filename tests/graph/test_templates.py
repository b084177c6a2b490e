"""The texts that write, held word by word."""

from __future__ import annotations

import pytest
from monazite.errors import SchemaError
from monazite.graph import templates
from monazite.graph.constraints import prepare_data
from monazite.graph.store import Store


def test_the_text_for_new_entities() -> None:
    assert templates.create_nodes("Firm") == (
        "UNWIND $rows AS row\nCREATE (n:Firm:Entity {id: row.id})\nSET n = row.properties"
    )


def test_the_text_for_new_evidence() -> None:
    assert templates.create_nodes("Claim") == (
        "UNWIND $rows AS row\nCREATE (n:Claim {id: row.id})\nSET n = row.properties"
    )


def test_the_text_for_nodes_that_changed() -> None:
    assert templates.change_nodes("Firm") == (
        "UNWIND $rows AS row\nMATCH (n:Firm {id: row.id})\nSET n = row.properties"
    )


def test_the_text_for_edges() -> None:
    assert templates.create_edges("SUPPLIES", "Firm", "Product") == (
        "UNWIND $rows AS row\n"
        "MATCH (a:Firm {id: row.start})\n"
        "MATCH (b:Product {id: row.end})\n"
        "CREATE (a)-[r:SUPPLIES {uid: row.uid}]->(b)\n"
        "SET r = row.properties"
    )


def test_the_texts_for_removal() -> None:
    assert templates.remove_nodes("Firm") == (
        "UNWIND $keys AS id\nMATCH (n:Firm {id: id})\nDETACH DELETE n"
    )
    assert templates.remove_edges("SUPPLIES") == (
        "MATCH ()-[r:SUPPLIES]->()\nWHERE r.uid IN $keys\nDELETE r"
    )


def test_the_texts_for_constraints() -> None:
    texts = templates.constraints()
    assert texts["Firm", "id"] == (
        "CREATE CONSTRAINT monazite_firm_id IF NOT EXISTS FOR (n:Firm) REQUIRE n.id IS UNIQUE"
    )
    assert texts["UPSTREAM_OF", "uid"] == (
        "CREATE CONSTRAINT monazite_upstream_of_uid IF NOT EXISTS "
        "FOR ()-[r:UPSTREAM_OF]-() REQUIRE r.uid IS UNIQUE"
    )
    assert len(texts) == 11 + 2 + 1 + 17


@pytest.mark.parametrize("name", ["", "Person", "Firm`) DETACH DELETE (n", "firm"])
def test_only_listed_labels_and_types_make_a_text(name: str) -> None:
    for make in (templates.create_nodes, templates.change_nodes, templates.remove_edges):
        with pytest.raises(SchemaError, match="of the graph"):
            make(name)
    with pytest.raises(SchemaError, match="of the graph"):
        templates.create_edges("SUPPLIES", "Firm", name)


def test_constraints_stand_after_preparing_twice(empty_store: Store) -> None:
    prepare_data(empty_store)
    prepare_data(empty_store)
    table = empty_store.read("SHOW CONSTRAINTS")
    names = {row[table.columns.index("name")] for row in table.rows}
    assert {"monazite_firm_id", "monazite_entity_id", "monazite_supplies_uid"} <= names
