"""Where a site lies, said once: country → place → site makes country → site superfluous."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..schema import Fact

_BELIEVED = 0.5  # what queries ask of a fact by default; below it a place says nothing


def superfluous_locations(facts: Iterable[Fact]) -> frozenset[str]:
    """Uids of the LOCATED_IN facts that a chain of others says already.

    One is dropped after the other, each only while a chain of those that are left says it, so that
    two facts never drop each other.
    """
    located = sorted((f for f in facts if f.relation == "LOCATED_IN"), key=lambda fact: fact.uid)
    within: dict[str, set[str]] = defaultdict(set)
    for fact in (f for f in located if f.belief >= _BELIEVED):
        within[fact.subject].add(fact.object)
    dropped = set()
    for fact in located:
        within[fact.subject].discard(fact.object)
        if _lies_in(fact.subject, fact.object, within):
            dropped.add(fact.uid)
        elif fact.belief >= _BELIEVED:
            within[fact.subject].add(fact.object)
    return frozenset(dropped)


def _lies_in(site: str, place: str, within: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    todo = [site]
    while todo:
        if (here := todo.pop()) not in seen:
            seen.add(here)
            todo += within.get(here, ())
    return place in seen
