"""Answers as pictures: neo4j-viz HTML that works without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from .drawn import drawn_graph

if TYPE_CHECKING:
    from neo4j_viz import VisualizationGraph

    from .result import Result

COLOURS = {
    "Country": "#c0392b",
    "Place": "#e59866",
    "Agency": "#7d3c98",
    "Firm": "#2471a3",
    "Mine": "#7e5109",
    "Facility": "#5d6d7e",
    "Element": "#b7950b",
    "Material": "#138d75",
    "Product": "#1e8449",
    "Policy": "#cb4335",
}
"""One colour a label, legible on white and on black."""

WIDEST = 6.0


def picture(result: Result) -> Any:
    """The picture as an object that a notebook displays."""
    return _drawing(result).render()


def write_picture(result: Result, output: Path) -> Path:
    """Write the picture as one HTML file; returns its path."""
    html = _drawing(result).render(width="100%", height="900px")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(html.data, encoding="utf-8")
    return output


def _drawing(result: Result) -> VisualizationGraph:
    try:
        from neo4j_viz import Node, Relationship, VisualizationGraph
    except ImportError:
        raise MissingExtra("neo4j-viz", "viz", "show()") from None
    graph = drawn_graph(result)
    nodes = [
        Node(
            id=node,
            caption=str(data.get("name", node)),
            color=COLOURS.get(str(data.get("label")), "#888888"),
            size=30,
            properties={"label": data.get("label"), "id": node},
        )
        for node, data in graph.nodes(data=True)
    ]
    edges = [
        Relationship(
            source=start,
            target=end,
            caption=_caption(data),
            width=1 + (WIDEST - 1) * float(data.get("belief") or 0),
            properties={key: str(value) for key, value in data.items()},
        )
        for start, end, data in graph.edges(data=True)
    ]
    return VisualizationGraph(nodes=nodes, relationships=edges)


def _caption(data: dict[str, Any]) -> str:
    kinds = data.get("via") or [data.get("type", "")]
    return ", ".join(str(kind).replace("_", " ").lower() for kind in kinds)
