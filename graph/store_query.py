"""One reading query over a connection: its plan asked for, its time kept, its values plain."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from neo4j import READ_ACCESS, Query

from .answers import Table
from .store_connection import Connection
from .store_ending import end_query
from .store_plan import require_reading_plan
from .store_timeout import within
from .store_values import from_driver

Parameters = Mapping[str, object]


def stream(connection: Connection, cypher: str, params: Parameters) -> Iterator[list[object]]:
    """The rows of one of our own texts, fetched as they are used."""
    with connection.translated(), connection.session(READ_ACCESS) as session:
        for record in session.run(cypher, dict(params)):  # pyright: ignore[reportArgumentType]
            yield [from_driver(value) for value in record.values()]


def read(
    connection: Connection, cypher: str, params: Parameters, limit: int | None, seconds: float
) -> Table:
    """The answer to anybody's text, at most ``limit`` rows, within ``seconds``."""
    if connection.explains:
        _explain(connection, cypher, params)
    with connection.translated():
        return within(
            seconds, connection, cypher, lambda: _table(connection, cypher, params, limit, seconds)
        )


def _table(
    connection: Connection, cypher: str, params: Parameters, limit: int | None, seconds: float
) -> Table:
    began = time.monotonic()
    with connection.session(READ_ACCESS) as session:
        query = Query(cypher, timeout=seconds)  # pyright: ignore[reportArgumentType]
        result = session.run(query, dict(params))
        rows: list[list[object]] = []
        for record in result:
            if limit is not None and len(rows) == limit:
                if not connection.keeps_time:
                    end_query(connection, cypher, began)
                return Table(list(result.keys()), rows, truncated=True)
            rows.append([from_driver(value) for value in record.values()])
        return Table(list(result.keys()), rows)


def _explain(connection: Connection, cypher: str, params: Parameters) -> None:
    with connection.translated(), connection.session(READ_ACCESS) as session:
        explain = f"EXPLAIN {cypher}"
        summary = session.run(explain, dict(params)).consume()  # pyright: ignore[reportArgumentType]
    require_reading_plan(summary.query_type, summary.plan)
