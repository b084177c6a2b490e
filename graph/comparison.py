"""One label or type: what the store holds of it against what it should hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from ..errors import ForeignGraph, SchemaError


class Step(Enum):
    """What has to be done about one node or edge."""

    CREATE = "create"
    CHANGE = "change"
    KEEP = "keep"


@dataclass
class Counts:
    """How many nodes or edges of one label or type to create, change, remove and keep."""

    create: int = 0
    change: int = 0
    remove: int = 0
    keep: int = 0

    @property
    def before(self) -> int:
        """How many the store holds now."""
        return self.change + self.remove + self.keep

    @property
    def after(self) -> int:
        """How many it will hold."""
        return self.create + self.change + self.keep


@dataclass
class Comparison:
    """``stored``: fingerprint by key, ``None`` for what monazite did not write."""

    name: str
    stored: dict[str, str | None]
    wanted: set[str] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)

    def step(self, key: str, fingerprint: str) -> Step:
        """What to do for one wanted row.

        :class:`SchemaError` when the key came before, :class:`ForeignGraph` when it is taken.
        """
        if key in self.wanted:
            raise SchemaError(f"two rows for {self.name} {key}; a key names one node or edge.")
        self.wanted.add(key)
        if key not in self.stored:
            self.counts.create += 1
            return Step.CREATE
        if (stored := self.stored[key]) is None:
            raise ForeignGraph(
                f"the database holds a {self.name} {key} that monazite did not write; remove or "
                "rename it there, or name another database with NEO4J_DATABASE."
            )
        if stored == fingerprint:
            self.counts.keep += 1
            return Step.KEEP
        self.counts.change += 1
        return Step.CHANGE

    def leftover(self) -> list[str]:
        """The keys to remove: stored, ours, and not wanted any more; call it once, at the end."""
        gone = [
            key for key, mark in self.stored.items() if mark is not None and key not in self.wanted
        ]
        self.counts.remove = len(gone)
        return gone

    @property
    def foreign(self) -> int:
        """How many bear the name but are not monazite's."""
        return sum(mark is None for mark in self.stored.values())
