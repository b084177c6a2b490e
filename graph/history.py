"""The history that the graph keeps of itself: ``(:Build)`` and ``(:Change)`` nodes.

A Build has ``number``, ``started``, ``finished``, ``outcome`` ("done", "refused", "failed",
"interrupted", "running"), ``version``, the counts of its plan and what its caller adds. A Change is
one fact that a build after the first one made, changed or removed: ``build``, ``fact`` (uid),
``kind`` ("new", "changed", "gone"), ``relation``, ``subject`` and ``object`` (ids), and ``before``
and ``after`` in words. It is written by the transaction that changes the fact.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from .. import __version__
from ..batches import batches
from ..errors import StoreError
from ..schema import RELATIONS
from ..schema.ids import digest
from . import templates
from .plan import Plan
from .spool import BATCH_ROWS
from .store import Store, Writer
from .wording import in_words

# What is still "running" when another rebuild holds the lease was cut off.
_START = """\
OPTIONAL MATCH (old:Build {outcome: 'running'})
SET old.outcome = 'interrupted'
WITH count(old) AS interrupted
MATCH (g:Graph {id: 'lease'})
SET g.builds = g.builds + 1
CREATE (b:Build {number: g.builds})
SET b += $properties
RETURN b.number"""

_FINISH = """\
MATCH (b:Build {number: $number})
SET b += $properties"""

_CREATE_CHANGES = """\
UNWIND $rows AS row
CREATE (c:Change {id: row.id})
SET c = row"""


_BUILDS = "MATCH (b:Build) RETURN properties(b) AS build ORDER BY b.number"

_CHANGES = """\
MATCH (c:Change)
WHERE c.build > $after AND c.build <= $until
OPTIONAL MATCH (s:Entity {id: c.subject})
OPTIONAL MATCH (o:Entity {id: c.object})
RETURN c.fact, c.build, c.kind, coalesce(s.name, c.subject), c.relation,
       coalesce(o.name, c.object), c.before, c.after
ORDER BY c.fact, c.build"""


class Change(NamedTuple):
    """What one build did to one fact; ``before`` and ``after`` in words, ``None`` for nothing."""

    fact: str
    build: int
    kind: str
    subject: str
    relation: str
    object: str
    before: str | None
    after: str | None


class Build:
    """The (:Build) of a rebuild that has something to do, from its start on."""

    def __init__(self, store: Store, told: Mapping[str, object]) -> None:
        self._began = time.monotonic()
        properties = {
            **told, "started": dt.datetime.now(dt.UTC), "outcome": "running", "version": __version__
        }  # fmt: skip
        started = store.write(lambda writer: writer.run(_START, properties=properties))
        self._store, self.number = store, int(str(started[0][0]))

    def done(self, writer: Writer, plan: Plan) -> None:
        """Written by the transaction that carries the plan out, together with its changes."""
        counted = {"created": plan.created, "changed": plan.changed, "removed": plan.removed}
        self._finish(writer, {"outcome": "done", **counted})

    def ended(self, outcome: str, reason: str) -> None:
        """It did not come to its end; a store that is gone will call it interrupted."""
        with suppress(StoreError):
            told = {"outcome": outcome, "reason": reason}
            self._store.write(lambda writer: self._finish(writer, told))

    def _finish(self, writer: Writer, told: Mapping[str, object]) -> None:
        seconds = round(time.monotonic() - self._began, 2)
        finished = {**told, "finished": dt.datetime.now(dt.UTC), "seconds": seconds}
        writer.run(_FINISH, number=self.number, properties=finished)


class _Said(NamedTuple):
    """A fact as it stood or stands."""

    relation: str
    subject: str
    object: str
    words: str


def write_changes(writer: Writer, plan: Plan, number: int) -> None:
    """Keep what the plan does to facts; to be called before the plan is carried out."""
    rows = _changes(_before(writer, plan), _after(plan), number)
    for some in batches(rows, BATCH_ROWS):
        writer.run(_CREATE_CHANGES, rows=some)


def builds(store: Store) -> list[dict[str, object]]:
    """The properties of every build, the first one first."""
    return [dict(told) for (told,) in store.read(_BUILDS).rows if isinstance(told, dict)]


def changes(store: Store, after: int, until: int) -> list[Change]:
    """What the builds after ``after`` up to ``until`` did to facts, each build and fact apart."""
    rows = store.read(_CHANGES, {"after": after, "until": until}).rows
    return [Change(*row) for row in rows]  # type: ignore[arg-type]


def _changes(
    before: Mapping[str, _Said], after: Mapping[str, _Said], number: int
) -> Iterator[dict[str, object]]:
    for uid in sorted(before.keys() | after.keys()):
        old, new = before.get(uid), after.get(uid)
        if old == new:  # the same in words, such as another order of equal shares
            continue
        said = new or old
        assert said is not None
        yield {
            "id": digest("change", str(number), uid),
            "build": number,
            "fact": uid,
            "kind": "new" if old is None else "gone" if new is None else "changed",
            **{k: getattr(said, k) for k in ("relation", "subject", "object")},
            **({"before": old.words} if old else {}),
            **({"after": new.words} if new else {}),
        }


def _before(writer: Writer, plan: Plan) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    for kind, keys in plan.removed_edges():
        if kind in RELATIONS:
            for uid, start, end, told in writer.run(templates.read_edges(kind), keys=keys):
                assert isinstance(told, dict)
                found[str(uid)] = _Said(kind, str(start), str(end), in_words(told))
    return found


def _after(plan: Plan) -> dict[str, _Said]:
    return {
        row["uid"]: _Said(kind, row["start"], row["end"], in_words(row["properties"]))
        for (kind, *_), rows in plan.edge_rows.batches()
        if kind in RELATIONS
        for row in rows
    }
