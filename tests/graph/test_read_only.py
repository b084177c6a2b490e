"""What the reading side lets through, and what it refuses on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from monazite.errors import NotReadOnly, StoreError
from monazite.graph.read_only import require_read_only
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store

HOSTILE = [
    "CREATE (n:Firm {id: 'x'})",
    "create (n)",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) dElEtE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) SET n.belief = 1",
    "MATCH (n) SET n:Firm RETURN n",
    "MATCH (n) REMOVE n.id",
    "MERGE (n:Firm {id: 'x'}) RETURN n",
    "MATCH (n)\nMERGE\n(m) RETURN m",
    "/* harmless */ CREATE (n)",
    "// harmless\nCREATE (n)",
    "MATCH (n) /* RETURN n */ DELETE/**/n",
    "RETURN 'a' AS x CREATE (n)",
    "RETURN 'it''s' CREATE (n)",
    'RETURN "\\"" CREATE (n)',
    "RETURN '\\\\' CREATE (n) //'",
    "RETURN '\\u0027 CREATE (n) //'",
    "\\u0043REATE (n)",
    "CRE\\u0041TE (n)",
    "RETURN `a``` CREATE (n)",
    "RETURN 1; CREATE (n)",
    "RETURN 1;\n/**/ MATCH (n) RETURN n",
    "UNWIND [1] AS x FOREACH (i IN [1] | CREATE (n))",
    "MATCH (n) FOREACH (i IN [n] | SET i.x = 1)",
    "CALL { CREATE (n) RETURN n } RETURN n",
    "MATCH (n) CALL (n) { DELETE n } RETURN 1",
    "MATCH (n) CALL (n) { RETURN n.id AS i } IN TRANSACTIONS OF 10 ROWS RETURN i",
    "RETURN COUNT { CREATE (n) }",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "load  csv with headers from 'http://127.0.0.1/' as line return line",
    "CALL dbms.shutdown()",
    "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "CALL/**/apoc.load.json('http://127.0.0.1/') YIELD value RETURN value",
    "CALL `dbms`.`security`.`createUser`('x', 'y')",
    "OPTIONAL CALL db.create.setNodeVectorProperty(1, 'x', [1])",
    "CALL db . labels () YIELD label CALL dbms.killQueries([]) YIELD queryId RETURN 1",
    "DROP CONSTRAINT monazite_firm_id",
    "CREATE INDEX x FOR (n:Firm) ON (n.name)",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "GRANT ROLE admin TO me",
    "CREATE USER x SET PASSWORD 'y'",
    "USE system SHOW USERS",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "EXPLAIN CREATE (n) RETURN n",
    "PROFILE CREATE (n) RETURN n",
    "INSERT (n:Firm)",
]

HARMLESS = [
    "RETURN 'CREATE (n) DELETE n' AS text",
    "RETURN 'it\\'s; SET' AS text",
    "MATCH (n) RETURN n.`set` AS `delete`",
    "// CREATE a view of the firms\nMATCH (n:Firm) RETURN n;",
    "/* SET; */ RETURN 1 // done;",
    "MATCH (n:Firm) CALL (n) { MATCH (n)-[r]->() RETURN count(r) AS c } RETURN c",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n) WHERE EXISTS { (n)-[:SUPPLIES]->() } RETURN n.created, n.offset",
]


@pytest.fixture(scope="module")
def reader(store_settings: StoreSettings) -> Iterator[Store]:
    with Store(store_settings) as store:
        yield store


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_could_write_is_refused(text: str) -> None:
    with pytest.raises(NotReadOnly, match="not read-only"):
        require_read_only(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_that_reads_passes_and_runs(text: str, empty_store: Store) -> None:
    empty_store.read(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_engine_refuses_too_where_the_check_of_the_text_were_fooled(
    text: str, empty_store: Store, reader: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty_store.transaction() as transaction:
        transaction.run("CREATE (:Firm {id: 'firm:a', belief: 0.5})")
    before = _state(empty_store)
    monkeypatch.setattr("monazite.graph.store.require_read_only", lambda _: None)
    with suppress(NotReadOnly, StoreError):
        reader.read(text, timeout_s=10)
    monkeypatch.undo()
    assert _state(empty_store) == before


def _state(store: Store) -> list[list[str]]:
    nodes = store.read("MATCH (n) RETURN labels(n), properties(n)").rows
    schema = [store.read(text) for text in ("SHOW CONSTRAINTS", "SHOW INDEXES")]
    names = [str(row[table.columns.index("name")]) for table in schema for row in table.rows]
    return [sorted(map(repr, nodes)), sorted(names)]
