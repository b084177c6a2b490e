"""How a value of an answer reads to a person, and how it is written as JSON."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from ..graph.answers import EdgeValue, NodeValue, PathValue

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def name_of(node: NodeValue) -> str:
    """The usual name of a node: its name, a title, a sentence, or its id."""
    for key in ("name", "title", "sentence"):
        if node.properties.get(key):
            return str(node.properties[key])
    return node.id


def text(value: object) -> str:
    """One line for people: numbers rounded, lists joined, control characters gone."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return _number(value)
        case list() | tuple():
            return ", ".join(text(item) for item in value)
        case NodeValue():
            return text(name_of(value))
        case EdgeValue():
            return f"{value.start} {value.type} {value.end}"
        case PathValue():
            return " → ".join(text(node) for node in value.nodes)
        case _:
            return _CONTROL.sub(" ", str(value))


def _number(value: float) -> str:
    """Whole numbers in full, others to what a person reads: 0.93, 54.2, 1,234."""
    if value.is_integer():
        return f"{value:,.0f}"
    places = 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0
    return f"{value:,.{places}f}"


def plain(value: object) -> object:
    """The value for JSON: exact, with graph values as objects and dates as ISO strings."""
    match value:
        case dt.date():
            return value.isoformat()
        case list() | tuple():
            return [plain(item) for item in value]
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case NodeValue():
            return {"id": value.id, "label": value.label, **_plain_all(value.properties)}
        case EdgeValue():
            ends = {"type": value.type, "start": value.start, "end": value.end}
            return {**_plain_all(value.properties), **ends}
        case PathValue():
            return {
                "nodes": [plain(node) for node in value.nodes],
                "edges": [plain(edge) for edge in value.edges],
            }
        case _:
            return value


def _plain_all(properties: Mapping[str, object]) -> dict[str, object]:
    return {key: plain(item) for key, item in properties.items()}
