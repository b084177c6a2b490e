"""Values of an answer as the tests write them down."""

from __future__ import annotations

import datetime as dt
from functools import cache

from monazite.graph.answers import EdgeValue, NodeValue, PathValue
from monazite.schema import RELATIONS, relation_type

from .. import graph_fixture


@cache
def _names() -> dict[str, str]:
    """Uid of a fact to its ends: "cn CONTROLS rare-earths mining"."""
    names = {}
    for edge in graph_fixture.edges():
        ends = f"{edge.start.split(':')[-1]} {edge.type} {edge.end.split(':')[-1]}"
        told = relation_type(edge.type).identity if edge.type in RELATIONS else ()
        parts = (str(edge.properties[key]) for key in told if key in edge.properties)
        names[edge.uid] = " ".join([ends, *(part.split(":")[-1] for part in parts)])
    return names


def readable(value: object) -> object:
    """Uids as what they join, graph values as ids, dates as text, floats to six digits."""
    match value:
        case str():
            return _names().get(value, value)
        case float():
            return round(value, 6)
        case dt.date():
            return value.isoformat()
        case list() | tuple():
            return [readable(item) for item in value]
        case NodeValue():
            return value.id
        case EdgeValue():
            return f"{value.start} > {value.end}"
        case PathValue():
            return " > ".join(node.id for node in value.nodes)
        case _:
            return value
