"""Running a query of the catalogue, and saying why an answer is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .empty import why_empty
from .entities import resolve
from .index import find_query
from .params import bind
from .query import Parameter, Query

if TYPE_CHECKING:
    from ..graph.store import Store

# Files bound a path by the most that max_hops may be, so that they run as they stand in Neo4j
# Browser; here the bound is as low as was asked, which spares the engine the longer paths.
_PATH_BOUND = re.compile(r"(?<=:UPSTREAM_OF\*[01]\.\.)6(?=\])")


@dataclass(frozen=True)
class Answer:
    """What a query answered.

    ``params`` are the values it was run with, entities as ids. Each of ``rows`` has a value a
    column: scalars, lists, and graph values (:mod:`monazite.graph.answers`) in columns of type
    node, edge and path. ``note`` says why there are no rows, or that there may be more.
    """

    query: Query
    params: dict[str, object]
    rows: list[list[object]]
    note: str = ""

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return self.query.columns


def run(store: Store, name: str, params: Mapping[str, object]) -> Answer:
    """Answer the query called ``name``; see :func:`.params.bind` for ``params`` and errors."""
    query = find_query(name)

    def entity(text: str, parameter: Parameter) -> str:
        return resolve(store, text, parameter.labels).id

    bound = bind(query, params, entity)
    rows = _rows(store, query, bound)
    if not rows:
        note = why_empty(query, bound, store, lambda wider: len(_rows(store, query, wider)))
    else:
        note = _cut_short(bound, len(rows))
    return Answer(query, bound, rows, note)


def _rows(store: Store, query: Query, params: Mapping[str, object]) -> list[list[object]]:
    cypher = query.cypher
    if "max_hops" in params:
        cypher = _PATH_BOUND.sub(str(params["max_hops"]), cypher)
    return store.read(cypher, params).rows


def _cut_short(params: Mapping[str, object], rows: int) -> str:
    if rows == params.get("limit"):
        return f"only the first {rows}; a higher limit may show more."
    return ""
