"""Why an answer is empty and what to try, found out by asking for more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .query import Query

if TYPE_CHECKING:
    from ..graph.store import Store

# What lets more through, in the order in which a person would try it.
_WIDER: tuple[tuple[str, object], ...] = (
    ("max_hops", 6),
    ("planned", True),
    ("min_belief", 0.0),
    ("origin", None),
)
_DEGREES = """
MATCH (node:Entity {id: $id})
RETURN node.name,
       COUNT { (node)--(:Entity) },
       COUNT { (node)-[:UPSTREAM_OF]->(:Entity) },
       COUNT { (node)<-[:UPSTREAM_OF]-(:Entity) }
"""

Params = Mapping[str, object]


def why_empty(query: Query, params: Params, store: Store, rows: Callable[[Params], int]) -> str:
    """Sentences on why ``query`` answered nothing; ``rows`` counts the rows for other params."""
    reasons = _wider(params, rows) or [*_lonely(query, params, store), query.empty]
    return " ".join(["nothing found.", *filter(None, reasons)])


def _wider(params: Params, rows: Callable[[Params], int]) -> list[str]:
    """The least change of parameters that lets something through: one of them, or the first few."""
    changes = {name: value for name, value in _WIDER if params.get(name, value) != value}
    names = [*changes]
    tries = [[name] for name in names] + [names[:n] for n in range(2, len(names) + 1)]
    for chosen in tries:
        changed = {name: changes[name] for name in chosen}
        if found := rows({**params, **changed}):
            asked = " and ".join(f"{name}={_said(value)}" for name, value in changed.items())
            return [f"With {asked} there {'is 1 row' if found == 1 else f'are {found} rows'}."]
    return []


def _said(value: object) -> str:
    return "any" if value is None else str(value).lower()


def _lonely(query: Query, params: Params, store: Store) -> list[str]:
    """What is missing at the entities that were given."""
    reasons = []
    for parameter in query.params:
        if parameter.type != "entity" or params[parameter.name] is None:
            continue
        name, edges, out, into = store.read(_DEGREES, {"id": params[parameter.name]}).rows[0]
        if not edges:
            reasons.append(f"No fact joins {name} to anything.")
        elif parameter.name == "source" and not out:
            reasons.append(f"Nothing is known to depend on {name}.")
        elif parameter.name == "target" and not into:
            reasons.append(f"Nothing is known to supply {name}.")
    return reasons
