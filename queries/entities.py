"""From what a person calls an entity to the entity: by id, name, Chinese name or alias."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..errors import ParameterError, UnknownName
from ..schema import Entity, Label, label_of
from .nearest import nearest

if TYPE_CHECKING:
    from ..graph.store import Store

_FIELDS = "e.id, e.name, e.name_zh, e.aliases, e.country"
_SAME = f"""
MATCH (e:Entity)
WHERE toLower(e.id) = $text OR toLower(e.name) = $text OR toLower(e.name_zh) = $text
   OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) = $text)
RETURN {_FIELDS}
ORDER BY e.id
"""
_ALL = f"MATCH (e:Entity) RETURN {_FIELDS} ORDER BY e.id"


def resolve(store: Store, text: str, labels: Collection[Label] = ()) -> Entity:
    """The entity that ``text`` names: an id first, then a name, then another name it has.

    Where two have the name, the one with one of the ``labels``. Raises :class:`UnknownName` with
    the nearest names when there is none, :class:`ParameterError` when several are left or none has
    a label that is allowed.
    """
    wanted = " ".join(text.split()).lower()
    named = _entities(store, _SAME, {"text": wanted})
    if not named:
        raise UnknownName("entity", text, _near(store, wanted, labels))
    fitting = [e for e in named if not labels or e.label in labels]
    if not fitting:
        raise ParameterError(
            f"{text} is a {named[0].label} ({named[0].id}), "
            f"but a {' or '.join(sorted(labels))} is asked for."
        )
    best = min(_rank(e, wanted) for e in fitting)
    first, *others = [e for e in fitting if _rank(e, wanted) == best]
    if others:
        ids = " or ".join(e.id for e in (first, *others))
        raise ParameterError(f"{text} names more than one entity: say {ids}.")
    return first


def _rank(entity: Entity, wanted: str) -> int:
    """How directly the entity is named: 0 by its id, 1 by a usual name, 2 by another one."""
    if entity.id.lower() == wanted:
        return 0
    return 1 if wanted in (entity.name.lower(), (entity.name_zh or "").lower()) else 2


def _near(store: Store, wanted: str, labels: Collection[Label]) -> list[str]:
    """The usual names of the entities that have a name like the one wanted."""
    owners = {
        name.lower(): entity.name
        for entity in _entities(store, _ALL, {})
        if not labels or entity.label in labels
        for name in (*entity.aliases, entity.name_zh, entity.id, entity.name)
        if name
    }
    return list(dict.fromkeys(owners[name] for name in nearest(wanted, owners)))


def _entities(store: Store, cypher: str, params: dict[str, object]) -> list[Entity]:
    return [
        Entity.model_validate(
            {
                "id": id_,
                "label": label_of(str(id_)),
                "name": name,
                "name_zh": name_zh,
                "aliases": aliases or (),
                "country": country,
            }
        )
        for id_, name, name_zh, aliases, country in store.read(cypher, params).rows
    ]
