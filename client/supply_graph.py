"""The rows of the query ``supply-graph`` as the networkx graph that :mod:`analysis` works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from ..graph.answers import EdgeValue, NodeValue
from .cells import name_of

if TYPE_CHECKING:
    from .result import Result

TAXONOMY = ["MEMBER_OF"]


def supply_graph(answer: Result, *, taxonomy: bool) -> nx.DiGraph[str]:
    """One edge a row of (supplier, edge, dependent), with or without the taxonomy's own steps.

    Edges keep all their properties. What may follow what on a path is no part of the graph.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for start, edge, end in answer.rows:
        if not (
            isinstance(start, NodeValue)
            and isinstance(edge, EdgeValue)
            and isinstance(end, NodeValue)
        ):
            raise TypeError("supply-graph returns nodes and edges")
        if not taxonomy and edge.properties.get("via") == TAXONOMY:
            continue
        for node in (start, end):
            graph.add_node(node.id, label=node.label, name=name_of(node))
        graph.add_edge(start.id, end.id, **dict(edge.properties))
    return graph
