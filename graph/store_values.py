"""From the driver's values to our own; above this module nothing knows the driver."""

from __future__ import annotations

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime

from .answers import EdgeValue, NodeValue, PathValue

_COMMON_LABEL = "Entity"


def from_driver(value: object) -> object:
    """The same value without the driver's types; scalars pass, lists and maps are walked."""
    match value:
        case Node():
            return _node(value)
        case Relationship():
            return _edge(value)
        case Path():
            nodes = tuple(_node(node) for node in value.nodes)
            return PathValue(nodes, tuple(_edge(edge) for edge in value.relationships))
        case Date() | DateTime():
            return value.to_native()
        case list():
            return [from_driver(item) for item in value]
        case dict():
            return {key: from_driver(item) for key, item in value.items()}
        case _:
            return value


def _node(node: Node) -> NodeValue:
    properties = {key: from_driver(value) for key, value in node.items()}
    label = min((name for name in node.labels if name != _COMMON_LABEL), default=_COMMON_LABEL)
    return NodeValue(str(properties.get("id", node.element_id)), label, properties)


def _edge(edge: Relationship) -> EdgeValue:
    properties = {key: from_driver(value) for key, value in edge.items()}
    start, end = (_known_id(node) for node in edge.nodes)
    uid = str(properties.get("uid", edge.element_id))
    return EdgeValue(edge.type, uid, start, end, properties)


def _known_id(node: Node | None) -> str | None:
    return None if node is None or "id" not in node else str(node["id"])
