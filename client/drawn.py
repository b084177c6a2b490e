"""The nodes and edges in an answer's rows, wherever they stand, as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import networkx as nx

from ..errors import ParameterError
from ..graph.answers import EdgeValue, NodeValue, PathValue
from .cells import name_of

if TYPE_CHECKING:
    from .result import Result


def _parts(value: object) -> Iterator[NodeValue | EdgeValue]:
    match value:
        case NodeValue() | EdgeValue():
            yield value
        case PathValue():
            yield from value.nodes
            yield from value.edges
        case list() | tuple():
            for item in value:
                yield from _parts(item)


def drawn_graph(result: Result) -> nx.DiGraph[str]:
    """A directed graph by id; nodes carry label and name, edges type and uid, both properties.

    Raises :class:`ParameterError` for an answer without nodes or edges in it.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for part in (part for row in result.rows for value in row for part in _parts(value)):
        if isinstance(part, NodeValue):
            facts = {**part.properties, "label": part.label, "name": name_of(part)}
            graph.add_node(part.id, **facts)
        elif part.start and part.end:
            graph.add_edge(part.start, part.end, **{**part.properties, "type": part.type})
    if result.rows and not graph:
        raise ParameterError(
            "this answer holds no nodes or edges to draw; ask for dependency-paths, or return "
            "nodes, relationships or a path from Cypher."
        )
    return graph
