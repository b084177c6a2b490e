"""What the store holds against what it should hold, by key and fingerprint, on disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..errors import ForeignGraph, SchemaError
from .scratch import scratch, scratch_errors
from .spool import in_batches


class Step(StrEnum):
    """What has to be done about one node or edge."""

    CREATE = "create"
    CHANGE = "change"
    KEEP = "keep"
    REMOVE = "remove"


@dataclass
class Counts:
    """How many nodes or edges of one label or type to create, change, remove and keep."""

    create: int = 0
    change: int = 0
    remove: int = 0
    keep: int = 0

    @property
    def before(self) -> int:
        """How many of monazite's the store holds now."""
        return self.change + self.remove + self.keep

    @property
    def after(self) -> int:
        """How many it will hold."""
        return self.create + self.change + self.keep


# A mark is a fingerprint; what is stored without one is not monazite's. What is stored is to be
# removed until it turns out to be wanted.
_TABLE = """
CREATE TABLE marks (
  name TEXT, key TEXT, mark TEXT, step TEXT, PRIMARY KEY (name, key)
) WITHOUT ROWID
"""
_HOLD = "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, iif(?3 IS NULL, 'foreign', 'remove'))"
# The rows come as one JSON list of lists: a statement a row would take three times as long.
_WANT = """
INSERT INTO marks
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
  'create' FROM json_each(?) WHERE true
ON CONFLICT DO UPDATE SET step = CASE step
  WHEN 'remove' THEN iif(mark = excluded.mark, 'keep', 'change')
  WHEN 'foreign' THEN 'taken'
  ELSE 'twice' END
RETURNING name, key, step
"""
_WANTED = "SELECT 1 FROM marks WHERE name = ? AND key = ? AND step IN ('create', 'change', 'keep')"
_COUNTS = "SELECT name, step, count(*) FROM marks WHERE step <> 'foreign' GROUP BY name, step"
_STEPS = "SELECT name, key FROM marks WHERE step IN (?, ?) ORDER BY name, key"


Wanted = tuple[str, str, str]
"""Name, key and fingerprint of a row."""

_STEP = {str(step): step for step in Step}


class Comparison:
    """Nodes or edges under ``names``, their labels or types; first :meth:`hold`, then `want`."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._database = scratch(_TABLE)

    def hold(self, name: str, marks: Iterable[tuple[str, str | None]]) -> None:
        """Key and fingerprint (``None`` if it is not monazite's) of all that the store holds."""
        self._database.executemany(_HOLD, ((name, key, mark) for key, mark in marks))

    def want(self, rows: Iterable[Wanted]) -> dict[tuple[str, str], Step]:
        """What to do for wanted rows, by name and key.

        :class:`SchemaError` for a name that is not on the list and for a key that came before,
        :class:`ForeignGraph` when it is taken.
        """
        listed = json.dumps([(self._listed(name), key, mark) for name, key, mark in rows])
        steps = {}
        for name, key, step in self._database.execute(_WANT, (listed,)):
            if step == "twice":
                raise SchemaError(f"two rows for {name} {key}; a key names one node or edge.")
            if step == "taken":
                raise ForeignGraph(
                    f"the database holds a {name} {key} that monazite did not write; remove or "
                    "rename it there, or name another database with NEO4J_DATABASE."
                )
            steps[name, key] = _STEP[step]
        return steps

    def wanted(self, name: str, key: str) -> bool:
        """Whether the key was wanted; :class:`SchemaError` for a name not on the list."""
        found = self._database.execute(_WANTED, (self._listed(name), key)).fetchone()
        return found is not None

    def counts(self) -> dict[str, Counts]:
        """How many of each name to create, change, remove and keep."""
        counts = {name: Counts() for name in self._names}
        for name, step, count in self._database.execute(_COUNTS):
            setattr(counts[name], step, count)
        return counts

    def keys(self, step: Step, other: Step | None = None) -> Iterator[tuple[str, list[str]]]:
        """The keys about which to do this step, or the other one: a name and its keys, batched."""
        with scratch_errors():
            yield from in_batches(self._database.execute(_STEPS, (step, other)))

    def _listed(self, name: str) -> str:
        if name not in self._names:
            raise SchemaError(f"{name!r} is not among the graph's {', '.join(self._names)}.")
        return name
