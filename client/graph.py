"""The graph, opened for reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..closing import Closing
from ..errors import ParameterError, UnknownName
from .result import Result

if TYPE_CHECKING:
    import networkx as nx

    from ..graph.store import Store
    from ..queries import Answer
    from ..schema import Entity

_FACT = "MATCH ()-[fact]->() WHERE fact.uid STARTS WITH $fact RETURN fact.uid"
ROW_LIMIT = 10_000
TIMEOUT_SECONDS = 60.0


class Graph(Closing):
    """An open graph; a context manager. Nothing here can write.

    ``as_of`` fixes the date that queries with such a parameter use; see :meth:`on`.
    """

    def __init__(self, store: Store, as_of: dt.date | None = None) -> None:
        self._store = store
        self._as_of = as_of

    def close(self) -> None:
        """Let go of the connection."""
        self._store.close()

    def __repr__(self) -> str:
        return f"<monazite graph: {self._store.description}>"

    def on(self, day: str | dt.date) -> Graph:
        """The same graph as it stood on a day (``2025-05-01``), for queries that take ``as_of``."""
        try:
            date = day if isinstance(day, dt.date) else dt.date.fromisoformat(day)
        except ValueError:
            raise ParameterError(f"{day!r} is no day; give one such as 2025-05-01.") from None
        return Graph(self._store, date)

    def query(self, name: str, /, **params: object) -> Result:
        """Answer a question of the catalogue; entities are given by name or id.

        Example: ``graph.query("dependency-paths", source="China", target="F-35")``. Near misses
        among names, queries and parameters raise :class:`UnknownName` with what may be meant.
        """
        from ..queries import find_query, run

        if self._as_of and find_query(name).parameter("as_of"):
            params.setdefault("as_of", self._as_of)
        return _result(run(self._store, name, params))

    def queries(self) -> Result:
        """The catalogue as a table."""
        from ..queries import catalogue

        rows: list[list[object]] = [
            [q.name, q.category, q.title, [p.name for p in q.params]] for q in catalogue().values()
        ]
        return Result(["name", "category", "title", "params"], rows, title="Queries")

    def cypher(self, text: str, /, **params: object) -> Result:
        """Run Cypher that only reads; :class:`NotReadOnly` for anything that could write.

        At most 10,000 rows and 60 seconds.
        """
        table = self._store.read(text, params, limit=ROW_LIMIT, timeout_s=TIMEOUT_SECONDS)
        note = (
            f"cut off after {ROW_LIMIT:,} rows; add a LIMIT of your own." if table.truncated else ""
        )
        return Result(table.columns, table.rows, note=note)

    @contextmanager
    def snapshot(self) -> Iterator[Graph]:
        """All that is asked inside the block is answered from one state of the graph.

        Each single answer is whole without it: while a rebuild commits, reading waits, and what a
        commit overtook is read again. :class:`GraphChanged` by the first question after a rebuild;
        run the whole block again then.
        """
        with self._store.snapshot():
            yield self

    def find(self, name: str) -> Entity:
        """The entity of this name, id, Chinese name or alias."""
        from ..queries.entities import resolve

        return resolve(self._store, name)

    def evidence(self, fact: str) -> Result:
        """The sentences behind a fact, given by its uid or the first characters of it.

        :class:`UnknownName` where no fact has such a uid.
        """
        answer = self.query("sentences", fact=fact)
        if not answer.rows and not self._store.read(_FACT, {"fact": fact}, limit=1).rows:
            raise UnknownName("fact", fact, remedy="Paths show uids in the column facts.")
        return answer

    def to_networkx(
        self,
        *,
        min_belief: float = 0.5,
        as_of: str | dt.date | None = None,
        taxonomy: bool = True,
    ) -> nx.DiGraph[str]:
        """The whole supply side → dependent side graph, for :mod:`monazite.analysis`.

        Nodes are ids with ``label`` and ``name``; an edge runs from what supplies to what depends
        and carries ``belief``, ``via``, ``facts``, ``direction`` and ``whole``. ``taxonomy=False``
        leaves out the steps between a group and its members; with them not every path of the
        graph is one of supply: :mod:`monazite.analysis.routes` says which are.
        """
        from .supply_graph import supply_graph

        answer = self.query("supply-graph", min_belief=min_belief, as_of=as_of or self._as_of)
        return supply_graph(answer, taxonomy=taxonomy)

    def py2neo(self) -> Any:
        """The same server as a ``py2neo.Graph``, for notebooks that exist; needs ``py2neo``.

        py2neo is at its end of life, and our guards do not hold there: read with it, and write
        nothing. On the embedded engine it reads as a user who cannot write, and this graph must
        stay open. It does not wait for rebuilds: an answer may mix the old graph and the new one.
        """
        from .py2neo_bridge import py2neo_graph

        return py2neo_graph(self._store)


def _result(answer: Answer) -> Result:
    hidden = frozenset(column.name for column in answer.query.returns if not column.shown)
    return Result(answer.columns, answer.rows, answer.query.title, answer.note, hidden)


def connect(home: Path | str | None = None) -> Graph:
    """Open the graph for reading.

    It is the Neo4j that ``NEO4J_URI`` names (with ``NEO4J_USERNAME``, ``NEO4J_PASSWORD``,
    ``NEO4J_DATABASE``); without that, the embedded one in ``home``, in ``MONAZITE_HOME`` or in the
    user's data folder. Raises :class:`StoreError` with one sentence where it cannot be opened.
    """
    from ..graph.store import open_store

    return Graph(open_store(Path(home) if home is not None else None))
