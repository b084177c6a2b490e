"""What became of the facts between two builds of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ..errors import UnknownName
from ..graph.history import Change, builds, changes
from ..graph.store import Store, open_store

_ORDER = ("new", "changed", "gone")


class Difference(NamedTuple):
    """A fact that the later build has otherwise: ``kind`` is "new", "changed" or "gone"."""

    kind: str
    subject: str
    relation: str
    object: str
    before: str
    after: str
    fact: str


def diff(first: int, second: int, home: Path | None = None) -> list[Difference]:
    """The facts that differ, new ones first; what went and came back the same does not.

    Builds are numbers as ``status`` shows them, in either order: the differences are told from
    ``first`` to ``second``. :class:`UnknownName` for a build that the graph does not know.
    """
    with open_store(home) as store, store.snapshot():
        _require(store, first, second)
        earlier, later = sorted((first, second))
        found = list(_joined(changes(store, earlier, later)))
    told = found if first <= second else [_reversed(d) for d in found]
    return sorted(told, key=lambda d: (_ORDER.index(d.kind), d[1:]))


def _joined(every: list[Change]) -> Iterator[Difference]:
    for fact, of_fact in groupby(every, key=lambda change: change.fact):
        steps = list(of_fact)
        before, after = steps[0].before, steps[-1].after
        if before == after:
            continue
        kind = "new" if before is None else "gone" if after is None else "changed"
        last = steps[-1]
        ends = last.subject, last.relation, last.object
        yield Difference(kind, *ends, before or "", after or "", fact)


def _reversed(told: Difference) -> Difference:
    kind = {"new": "gone", "gone": "new"}.get(told.kind, told.kind)
    return told._replace(kind=kind, before=told.after, after=told.before)


def _require(store: Store, *numbers: int) -> None:
    known = {str(told["number"]) for told in builds(store)}
    for number in numbers:
        if str(number) not in known:
            raise UnknownName("build", str(number), remedy="monazite status shows the builds.")
