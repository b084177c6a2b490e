"""Where nodes stand in a picture: supply flows from left to right, one column a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]

COLUMN = 260.0
ROW = 120.0
SWEEPS = 4


def layered(graph: Graph) -> dict[str, tuple[float, float]]:
    """Pixels by node: x by the longest way from where supply starts, y near its neighbours.

    Where nodes supply each other in a circle, they stand in columns side by side.
    """
    columns: list[list[str]] = [sorted(column) for column in _columns(graph)]
    rows = {node: float(row) for column in columns for row, node in enumerate(column)}
    for _ in range(SWEEPS):
        for column in columns:
            column.sort(key=lambda node: (_middle(graph, node, rows), node))
            centre = (len(column) - 1) / 2
            rows.update({node: row - centre for row, node in enumerate(column)})
    return {
        node: (place * COLUMN, rows[node] * ROW)
        for place, column in enumerate(columns)
        for node in column
    }


def _columns(graph: Graph) -> list[list[str]]:
    """Nodes by the number of steps from a start, in the graph without its backward edges."""
    onward = nx.DiGraph(graph)
    while not nx.is_directed_acyclic_graph(onward):
        onward.remove_edge(*nx.find_cycle(onward)[-1][:2])
    return [list(generation) for generation in nx.topological_generations(onward)]


def _middle(graph: Graph, node: str, rows: dict[str, float]) -> float:
    near = [rows[other] for other in (*graph.predecessors(node), *graph.successors(node))]
    return sum(near) / len(near) if near else rows[node]
