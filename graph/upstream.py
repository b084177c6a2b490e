"""``UPSTREAM_OF``: who stands before whom, one edge for each ordered pair.

Derived from facts by ``upstream.yaml`` and from the taxonomy, so that a dependency is the path
``(a)-[:UPSTREAM_OF*1..6]->(b)``. Properties of an edge:

``facts``, ``via``
    uids of the facts behind it and their relations, sorted. Plans are left out where something is
    settled.
``belief``
    that of its best fact which has not ended. Facts of a pair often rest on the same stories, so
    their beliefs are not added up.
``planned``
    true where nothing but plans stand behind it.
``valid_from``, ``valid_to``
    the span of its facts; left out where one of them has no bound.
``stages``, ``share_min``, ``share_max``, ``share_stages``
    stages of the supply chain that it is about, shares said of it (shares of the start, not what
    part of a thing goes into the end), and the stages that those shares are of, "" for a share
    said of no stage.
``direction``
    on steps of the taxonomy alone (``via`` is MEMBER_OF): "specialise" from a group to a member,
    "generalise" from a member to its group, which is weaker.
``whole``
    whether the edge speaks of its end as a whole, members included: who controls a group controls
    its members, but what makes, needs or belongs to a group does so for some member only. A path
    may specialise as its first step or right after a whole one; else it goes astray (dysprosium →
    rare earths → lanthanum; terbium → rare earth magnets → samarium-cobalt magnets):
    ``r.whole OR s.direction IS NULL OR s.direction <> 'specialise'`` for each two steps r, s.
``materials``
    on edges that rest on a supply alone (SUPPLIES, DEPENDS_ON): ids of what is supplied, an empty
    list where no one says.
``needs``
    on edges out of a firm: ids of all that is known to be needed for what goes along the edge.

Whether a firm passes on what it is supplied with shows only in a path, not in an edge. A step
through a firm, ``r`` in and ``s`` out, is assumed where
``r.materials IS NOT NULL AND none(m IN r.materials WHERE m IN s.needs)``; all others are
continuous.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..schema import Fact, Label, label_of
from ..schema.ids import digest
from .fact_edges import share_points
from .rows import EdgeRow
from .taxonomy import Taxonomy
from .upstream_needs import Needs
from .upstream_places import superfluous_locations
from .upstream_rules import Step, step

RELATION = "UPSTREAM_OF"
_SHARED = frozenset({"CONTROLS", "SUPPLIES", "DEPENDS_ON"})


def upstream_edges(
    facts: Sequence[Fact], memberships: Iterable[Fact], taxonomy: Taxonomy
) -> Iterator[EdgeRow]:
    """The edges that ``facts`` and ``memberships`` (MEMBER_OF) give, sorted by their two ends."""
    dropped = superfluous_locations(facts)
    pairs: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for found in map(step, (f for f in facts if f.uid not in dropped)):
        if found:
            pairs[found.start, found.end].append(found)
    needs = Needs(facts, taxonomy)
    edges = {pair: _stated(steps, needs) for pair, steps in pairs.items()}
    for fact in memberships:  # where the news itself joins the two, its statement stands
        down, up = (fact.object, fact.subject), (fact.subject, fact.object)
        edges.setdefault(down, {**_common([fact]), "direction": "specialise", "whole": True})
        edges.setdefault(up, {**_common([fact]), "direction": "generalise", "whole": False})
    for (start, end), properties in sorted(edges.items()):
        yield _edge(start, end, properties)


def _edge(start: str, end: str, properties: dict[str, object]) -> EdgeRow:
    known = {k: v for k, v in properties.items() if v is not None}
    uid = digest(RELATION, start, end)
    return EdgeRow(RELATION, uid, label_of(start), start, label_of(end), end, known)


def _stated(steps: Sequence[Step], needs: Needs) -> dict[str, object]:
    """The properties of an edge that rests on facts."""
    steps = [s for s in steps if s.fact.status != "planned"] or steps
    facts = [s.fact for s in steps]
    start, end = steps[0].start, steps[0].end
    materials = {str(m) for f in facts if (m := f.qualifiers.get("material"))}
    properties = {**_common(facts), **_shares(facts)}
    properties["whole"] = any(f.relation == "CONTROLS" for f in facts)
    if all(s.supply for s in steps):
        properties["materials"] = sorted(materials)
    if label_of(start) is Label.FIRM:
        properties["needs"] = needs.of(end, materials)
    return properties


def _common(facts: Sequence[Fact]) -> dict[str, object]:
    starts = [f.valid_from for f in facts]
    ends = [f.valid_to for f in facts]
    current = [f for f in facts if f.valid_to is None] or facts
    return {
        "facts": sorted(f.uid for f in facts),
        "via": sorted({f.relation for f in facts}),
        "belief": max(f.belief for f in current),
        "planned": all(f.status == "planned" for f in facts),
        "valid_from": None if None in starts else min(s for s in starts if s),
        "valid_to": None if None in ends else max(e for e in ends if e),
        "origin": "derived",
    }


def _shares(facts: Sequence[Fact]) -> dict[str, object]:
    stages = sorted({str(s) for f in facts if (s := f.qualifiers.get("stage"))})
    shares = [(p, f) for f in facts if f.relation in _SHARED for p in share_points(f)]
    return {
        "stages": stages or None,
        "share_min": min((p for p, _ in shares), default=None),
        "share_max": max((p for p, _ in shares), default=None),
        "share_stages": sorted({str(f.qualifiers.get("stage") or "") for _, f in shares}) or None,
    }
