"""What a thing needs: by facts (REQUIRES) and by the groups that it and its parts belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..schema import Fact, Label, label_of
from .taxonomy import Taxonomy

_THINGS = frozenset({Label.ELEMENT, Label.MATERIAL, Label.PRODUCT})
_MAKING = frozenset({"PRODUCES", "CONTROLS"})


class Needs:
    """Answers what a thing, or what a firm or a site makes, is known to need.

    A thing needs itself (a trader passes on what it buys), what it requires, what its groups and
    its members require, and so on; where it needs a group it may need each member, and a member
    counts for its group. Siblings do not count for each other: who needs dysprosium does not
    therefore need lanthanum.
    """

    def __init__(self, facts: Iterable[Fact], taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._requires: dict[str, set[str]] = defaultdict(set)
        self._makes: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, frozenset[str]] = {}
        for fact in facts:
            if fact.relation == "REQUIRES":
                self._requires[fact.subject].add(fact.object)
            elif fact.relation in _MAKING and label_of(fact.object) in _THINGS:
                self._makes[fact.subject].add(fact.object)

    def _kin(self, thing: str) -> frozenset[str]:
        return self._taxonomy.above(thing) | self._taxonomy.below(thing) | {thing}

    def of_thing(self, thing: str) -> frozenset[str]:
        """Ids of all that ``thing`` is known to need, itself included."""
        if thing not in self._known:
            expanded: set[str] = set()
            todo, needed = [thing], set[str]()
            while todo:
                if (part := todo.pop()) not in expanded:
                    expanded.add(part)
                    needed |= self._kin(part)
                    todo += [r for kin in self._kin(part) for r in self._requires.get(kin, ())]
            self._known[thing] = frozenset(needed)
        return self._known[thing]

    def of(self, end: str, materials: Iterable[str]) -> list[str]:
        """What is needed for what goes to ``end``: for ``materials`` if said, else for the end.

        A thing needs by itself; a firm or a site needs for what it makes.
        """
        things = set(materials)
        if not things:
            things = {end} if label_of(end) in _THINGS else self._makes.get(end, set())
        return sorted(set().union(*map(self.of_thing, things)))
