"""Every Cypher text that writes the graph, and the closed lists its labels and types come from.

One text for nodes of a label, one for edges of a type between two labels, one each for removal.
Ids and properties are parameters; a label or type that is not on the lists raises
:class:`SchemaError`.
"""

from __future__ import annotations

from ..errors import SchemaError
from ..schema import RELATIONS, Label

ENTITY = "Entity"
NODE_LABELS = (*(str(label) for label in Label), "Claim", "Article")
EDGE_TYPES = (*RELATIONS, "MEMBER_OF", "UPSTREAM_OF", "SUBJECT", "OBJECT", "STATED_IN")
HISTORY_LABELS = ("Build", "Change", "Graph")

_CONSTRAINT = "CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE {key} IS UNIQUE"
_INDEX = "CREATE INDEX {name} IF NOT EXISTS FOR {pattern} ON ({key})"

# CREATE and MATCH, not MERGE: for MERGE the embedded engine looks at every node where there are two
# labels, and at all edges of an edge's start. The plan knows what is new; the unique ids and uids
# keep it safe.
_CREATE_NODES = """\
UNWIND $rows AS row
CREATE (n:{labels} {{id: row.id}})
SET n = row.properties"""

_CHANGE_NODES = """\
UNWIND $rows AS row
MATCH (n:{label} {{id: row.id}})
SET n = row.properties"""

_CREATE_EDGES = """\
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})
MATCH (b:{end} {{id: row.end}})
CREATE (a)-[r:{type} {{uid: row.uid}}]->(b)
SET r = row.properties"""

_REMOVE_NODES = """\
UNWIND $keys AS id
MATCH (n:{label} {{id: id}})
DETACH DELETE n"""

# Looked up by a list, not by UNWIND: the embedded engine walks all edges of the type each time.
_REMOVE_EDGES = """\
MATCH ()-[r:{type}]->()
WHERE r.uid IN $keys
DELETE r"""

_READ_EDGES = """\
MATCH (a)-[r:{type}]->(b)
WHERE r.uid IN $keys
RETURN r.uid, a.id, b.id, properties(r)"""

_NODE_MARKS = "MATCH (n:{label}) RETURN n.id, n.fingerprint"
_EDGE_MARKS = "MATCH ()-[r:{type}]->() RETURN r.uid, r.fingerprint"


def control_constraints() -> dict[tuple[str, str], str]:
    """What must be unique before a lease can be taken (:mod:`.lease`, :mod:`.history`)."""
    return {
        (label, key): _CONSTRAINT.format(
            name=f"monazite_{label.lower()}_{key}", pattern=f"(n:{label})", key=f"n.{key}"
        )
        for label, key in (("Graph", "id"), ("Build", "number"))
    }


def constraints() -> dict[tuple[str, str], str]:
    """What must be unique, as (label or type, property), with the text that makes it so."""
    nodes = {
        (label, "id"): _CONSTRAINT.format(
            name=f"monazite_{label.lower()}_id", pattern=f"(n:{label})", key="n.id"
        )
        for label in (ENTITY, *NODE_LABELS, "Change")
    }
    edges = {
        (kind, "uid"): _CONSTRAINT.format(
            name=f"monazite_{kind.lower()}_uid", pattern=f"()-[r:{kind}]-()", key="r.uid"
        )
        for kind in EDGE_TYPES
    }
    return nodes | edges


def indexes() -> tuple[str, ...]:
    """The texts of the plain indexes."""
    return (_INDEX.format(name="monazite_claim_fact", pattern="(n:Claim)", key="n.fact"),)


def create_nodes(label: str) -> str:
    """Create nodes of a label; ``$rows``: id, properties."""
    own = _listed(label, NODE_LABELS, "node label")
    labels = f"{own}:{ENTITY}" if own in set(Label) else own
    return _CREATE_NODES.format(labels=labels)


def change_nodes(label: str) -> str:
    """Replace the properties of nodes of a label; ``$rows``: id, properties."""
    return _CHANGE_NODES.format(label=_listed(label, NODE_LABELS, "node label"))


def create_edges(kind: str, start: str, end: str) -> str:
    """Create edges of a type; ``$rows``: uid, start and end id, properties."""
    return _CREATE_EDGES.format(
        type=_listed(kind, EDGE_TYPES, "relationship type"),
        start=_listed(start, NODE_LABELS, "node label"),
        end=_listed(end, NODE_LABELS, "node label"),
    )


def remove_nodes(label: str) -> str:
    """Remove nodes of a label, with what others have tied to them; ``$keys``: ids."""
    return _REMOVE_NODES.format(label=_listed(label, NODE_LABELS, "node label"))


def remove_edges(kind: str) -> str:
    """Remove edges of a type; ``$keys``: uids."""
    return _REMOVE_EDGES.format(type=_listed(kind, EDGE_TYPES, "relationship type"))


def read_edges(kind: str) -> str:
    """Read uid, ends and properties of edges of a type; ``$keys``: uids."""
    return _READ_EDGES.format(type=_listed(kind, EDGE_TYPES, "relationship type"))


def node_marks(label: str) -> str:
    """Read id and fingerprint of every node of a label."""
    return _NODE_MARKS.format(label=_listed(label, NODE_LABELS, "node label"))


def edge_marks(kind: str) -> str:
    """Read uid and fingerprint of every edge of a type."""
    return _EDGE_MARKS.format(type=_listed(kind, EDGE_TYPES, "relationship type"))


def _listed(name: str, allowed: tuple[str, ...], kind: str) -> str:
    if name not in allowed:
        raise SchemaError(f"{name!r} is no {kind} of the graph; those are {', '.join(allowed)}.")
    return str(name)
