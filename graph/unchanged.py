"""Is there anything to do?  Asked of the store without reading or making a row."""

from __future__ import annotations

from . import templates
from .comparison import Counts
from .plan import Plan
from .store import Store

_SIZES = "MATCH (c:Graph {id: 'content'}) RETURN c.nodes, c.relationships"
_NODES = "MATCH (n:{label}) WHERE n.fingerprint IS NOT NULL RETURN count(n)"
_EDGES = "MATCH ()-[r:{type}]->() WHERE r.fingerprint IS NOT NULL RETURN count(r)"


def unchanged(store: Store, built_from: str) -> Plan | None:
    """The empty plan, where the graph was built from the same and has kept its size.

    ``None`` where there may be something to do. What somebody changed by hand without adding or
    removing anything is not seen; a full rebuild sees it.
    """
    revision = store.revision()
    if revision.committing or revision.unfinished or revision.built_from != built_from:
        return None
    plan = Plan(
        nodes={n: _count(store, _NODES.format(label=n)) for n in templates.NODE_LABELS},
        edges={n: _count(store, _EDGES.format(type=n)) for n in templates.EDGE_TYPES},
    )
    return plan if [list(plan.sizes().values())] == list(store.stream(_SIZES)) else None


def _count(store: Store, text: str) -> Counts:
    return Counts(keep=int(str(next(store.stream(text))[0])))
