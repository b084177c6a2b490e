"""A fact as an edge of the graph, its qualifiers flattened to scalars and lists.

A range stands as ``share_min``/``share_max`` or ``quantity_min``/``quantity_max``. Where shares
disagree, ``share`` is the one with the most belief, ``shares`` lists all, and ``share_min`` and
``share_max`` are the ends. ``date`` stays as it was said ("2025-04"); ``valid_from`` and
``valid_to`` are dates. What is not known is left out.
"""

from __future__ import annotations

from ..schema import Fact, label_of
from .rows import EdgeRow
from .values import measures

_KEPT = (
    "belief", "claims", "sources", "first_stated", "last_stated", "valid_from", "valid_to",
    "status", "origin",
)  # fmt: skip


def share_points(fact: Fact) -> tuple[float, ...]:
    """Every share that is known of a fact, ends of ranges included, ascending."""
    if fact.shares:
        return fact.shares
    keys = next((m for m in measures(fact.relation) if m[0] == "share"), ())
    known = (fact.qualifiers.get(key) for key in keys)
    return tuple(sorted(float(value) for value in known if value is not None))


def _ranges(fact: Fact) -> dict[str, object]:
    points = share_points(fact)
    ends: dict[str, object] = {"share_min": points[0], "share_max": points[-1]} if points else {}
    if any("lo" in keys for keys in measures(fact.relation) if keys[0] == "quantity"):
        lo, hi = fact.qualifiers.get("lo"), fact.qualifiers.get("hi")
        ends |= {"quantity_min": lo, "quantity_max": hi}
    return ends | ({"shares": list(fact.shares)} if fact.shares else {})


def edge_of(fact: Fact) -> EdgeRow:
    """The edge from the fact's subject to its object; its type is the fact's relation."""
    said = {k: v for k, v in fact.qualifiers.items() if k not in ("lo", "hi")}
    ranges = _ranges(fact) if fact.origin != "taxonomy" else {}
    properties = {**said, **ranges, **{key: getattr(fact, key) for key in _KEPT}}
    return EdgeRow(
        type=fact.relation,
        uid=fact.uid,
        start_label=label_of(fact.subject),
        start=fact.subject,
        end_label=label_of(fact.object),
        end=fact.object,
        properties={k: v for k, v in properties.items() if v is not None},
    )
