"""Favourites of Neo4j Browser: one Cypher file a query, and one that sets all parameters."""

from __future__ import annotations

from collections.abc import Iterator

from ..index import catalogue
from ..query import Query
from .examples import assignments, session


def favourites() -> Iterator[tuple[str, str]]:
    """Path (``category/name.cypher``) and text of each favourite, in the catalogue's order."""
    yield "parameters.cypher", parameters()
    for query in catalogue().values():
        yield f"{query.category}/{query.name}.cypher", favourite(query)


def favourite(query: Query) -> str:
    """The file of ``query``: its title, its parameters as they are set, and one statement.

    The ``:param`` lines are comments: the Browser shows the rows of a lone statement only, and
    answers a file of several with ticks.
    """
    head = [f"// {query.title}", f"// {query.question}"]
    params = [f"// :param {name} => {value}" for name, value in assignments(query).items()]
    return "\n".join([*head, *params, query.statement])


def parameters() -> str:
    """The file that sets a value for every parameter of the catalogue."""
    lines = [f":param {name} => {value};" for name, value in session().items()]
    return "\n".join(["// Parameters of all queries", *lines, ""])
