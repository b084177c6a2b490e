"""What a query returns: a table of scalars, nodes, edges and paths, without any driver's types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NodeValue:
    """A node: its ``id``, its own label (never ``Entity``) and its properties."""

    id: str
    label: str
    properties: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class EdgeValue:
    """An edge of ``type`` from node ``start`` to node ``end``.

    The ends are node ids; ``None`` where the query returned the edge without its nodes.
    """

    type: str
    uid: str
    start: str | None
    end: str | None
    properties: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class PathValue:
    """A path: ``n`` edges between ``n + 1`` nodes, in the order of the walk."""

    nodes: tuple[NodeValue, ...]
    edges: tuple[EdgeValue, ...]


@dataclass(frozen=True)
class Table:
    """The answer to a query: column names, rows, and whether a row limit cut it short."""

    columns: list[str]
    rows: list[list[object]]
    truncated: bool = False
