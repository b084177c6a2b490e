"""What a server's plan shows of a query that is not the reading of the graph.

Neo4j counts as reading what leaves the graph as it is: files and addresses that are fetched, other
people's transactions that are ended or shown, the server's settings. Those are refused here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import NotReadOnly
from .read_only import PROCEDURES

Plan = Mapping[str, object]

_FETCHING = ("LoadCSV",)
_ADMINISTERING = ("Terminate", "AdministrationCommand")
_SHOWN = ("ShowConstraints", "ShowFunctions", "ShowIndexes", "ShowProcedures")


def require_reading_plan(kind: str | None, plan: Plan | None) -> None:
    """:class:`NotReadOnly` unless the server says that it reads, and reads the graph alone.

    ``kind`` is the driver's ``query_type`` ("r" for reading), ``plan`` the tree that EXPLAIN gives.
    """
    if kind != "r" or plan is None:
        raise NotReadOnly("the query is not read-only: the server says that it would write.")
    for operator, details in _operators(plan):
        if what := _beside_reading(operator, details):
            raise NotReadOnly(f"the query is not read-only: the server would {what}.")


def _beside_reading(operator: str, details: str) -> str | None:
    if operator.startswith(_FETCHING):
        return "fetch a file"
    if operator.startswith(_ADMINISTERING):
        return f"run {operator}"
    if operator.startswith("Show") and operator not in _SHOWN:
        return f"run {operator}"
    procedure = details.partition("(")[0].strip()
    if operator == "ProcedureCall" and procedure.lower() not in PROCEDURES:
        return f"call {procedure}"
    return None


def _operators(plan: Plan) -> Iterator[tuple[str, str]]:
    """Name and details of each operator; Neo4j adds the database to the name."""
    arguments, children = plan.get("args"), plan.get("children")
    details = arguments.get("Details") if isinstance(arguments, Mapping) else ""
    yield str(plan["operatorType"]).partition("@")[0], str(details or "")
    for child in children if isinstance(children, list) else ():
        yield from _operators(child)
