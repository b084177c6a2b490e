"""The two ends that an analysis is asked about, checked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import ParameterError, UnknownName

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.DiGraph[str]


def check_ends(graph: Graph, source: str, target: str) -> None:
    """Both must be nodes of the graph, and not the same one."""
    for node in (source, target):
        if node not in graph:
            raise UnknownName("node", node, remedy="The graph holds no supply relation of it.")
    if source == target:
        raise ParameterError(f"source and target are both {source}; give two entities.")


def name_of(graph: Graph, node: str) -> str:
    """The usual name of a node, its id where it has none."""
    return str(graph.nodes[node].get("name") or node)
