"""What belongs to what: elements and materials in their groups (dysprosium ⊂ heavy rare earths).

The table ``taxonomy.tsv`` holds kinds only. What a thing is made of (magnets of neodymium) is news.
Samarium, europium and gadolinium stand under the medium rare earths, since classifications call
them light or heavy as they please. Scandium is in neither half.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files

from ..errors import InputError
from ..schema import Entity, Fact, entity_id, fact_uid

TABLE = "taxonomy.tsv"
RELATION = "MEMBER_OF"


class Taxonomy:
    """The groups of elements and materials.

    ``entities`` are its nodes by id, ``groups`` each node's direct groups; ``above`` and ``below``
    are all groups and all members of a node, at any distance.
    """

    def __init__(
        self, entities: Mapping[str, Entity], groups: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.entities, self.groups = entities, groups
        members: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for member, direct in groups.items():
            for group in direct:
                members[group] += (member,)
        self._above = {id_: _reach(id_, groups) for id_ in entities}
        self._below = {id_: _reach(id_, members) for id_ in entities}

    def above(self, entity: str) -> frozenset[str]:
        """All groups that hold an entity; none if the table does not know it."""
        return self._above.get(entity, frozenset())

    def below(self, entity: str) -> frozenset[str]:
        """All members of an entity, none if it is no group."""
        return self._below.get(entity, frozenset())

    def joined(self, used: Collection[str]) -> list[str]:
        """The nodes of the table that belong in a graph whose claims use ``used``, sorted.

        These are the used ones and all groups above them: a person asks for "rare earths" even
        where the news named only their members. Members that no claim names lead nowhere.
        """
        return sorted({up for id_ in used for up in (id_, *self.above(id_))} & self.entities.keys())

    def facts(self, nodes: Collection[str]) -> Iterator[Fact]:
        """MEMBER_OF between ``nodes``, true by definition (belief 1)."""
        for member in sorted(nodes):
            for group in self.groups.get(member, ()):
                if group in nodes:
                    yield Fact(
                        uid=fact_uid(RELATION, member, group),
                        subject=member,
                        relation=RELATION,
                        object=group,
                        belief=1.0,
                        origin="taxonomy",
                    )


def _reach(start: str, steps: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    todo = list(steps.get(start, ()))
    while todo:
        if (node := todo.pop()) not in found:
            found.add(node)
            todo += steps.get(node, ())
    return frozenset(found)


@cache
def load_taxonomy() -> Taxonomy:
    """The table, read once; :class:`InputError` names a group that has no line."""
    entities: dict[str, Entity] = {}
    groups: dict[str, tuple[str, ...]] = {}
    with (files(__package__ or "monazite.graph") / TABLE).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            id_ = entity_id(row["label"], row["id"])
            names = (part.strip() for part in row["groups"].split("|") if part.strip())
            groups[id_] = tuple(entity_id(row["label"], name) for name in names)
            data = {"id": id_, "label": row["label"], "name": row["name"]}
            entities[id_] = Entity.model_validate({**data, "name_zh": row["name_zh"] or None})
    for number, group in ((n, g) for n, direct in enumerate(groups.values(), 2) for g in direct):
        if group not in entities:
            raise InputError(f"{TABLE}, line {number}: the group {group} has no line; add one.")
    return Taxonomy(entities, groups)
