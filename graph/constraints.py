"""Constraints and indexes: made where they are missing, and seen to stand, before anything else."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ForeignGraph, StoreError
from . import templates
from .store import Store

_Key = tuple[str, str]


def prepare_control(store: Store) -> None:
    """What the lease and the history need."""
    _make(store, templates.control_constraints())


def prepare_data(store: Store) -> None:
    """What the rows need: their unique keys, and the indexes."""
    if _make(store, templates.constraints()):
        for text in templates.indexes():
            store.define(text)


def _make(store: Store, wanted: Mapping[_Key, str]) -> bool:
    """Make what is missing; whether anything was."""
    missing = wanted.keys() - _standing(store)
    for name, key in sorted(missing):
        try:
            store.define(wanted[name, key])
        except StoreError as error:
            raise ForeignGraph(
                f"{name}.{key} cannot be made unique, most likely because the database holds "
                f"{name} of somebody else ({error}); nothing of theirs was touched: name another "
                "database with NEO4J_DATABASE."
            ) from error
    if missing and (absent := missing - _standing(store)):
        names = ", ".join(f"{name}.{key}" for name, key in sorted(absent))
        raise StoreError(
            f"the store did not keep the unique constraints on {names}; build into an empty "
            "database, or remove the home folder's engine folder and build again (the claims "
            "are kept)."
        )
    return bool(missing)


def _standing(store: Store) -> set[_Key]:
    rows = store.stream("SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties")
    return {
        (str(names[0]), str(keys[0]))  # type: ignore[index]
        for kind, names, keys in rows
        if "UNIQUENESS" in str(kind)
    }
