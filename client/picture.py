"""Answers as pictures: neo4j-viz HTML that works without a network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from ..output_file import write_file
from ..schema.palette import palette
from .drawn import drawn_graph
from .layout import layered

if TYPE_CHECKING:
    from neo4j_viz import VisualizationGraph

    from ..schema.palette import EdgeLook, NodeLook
    from .result import Result

UNKNOWN = "#888888"
"""The colour of what has no place in the palette."""

WIDEST = 6.0
VIEW = (1300.0, 700.0)
"""Pixels that a picture can count on."""

MARGIN = 160.0
ONWARD = {
    "ACQUIRES": "has a stake in",
    "LOCATED_IN": "is home to",
    "DEPENDS_ON": "is relied on by",
    "REQUIRES": "goes into",
}
"""How a relation reads along the flow of supply, where that is not its own direction or name."""


def picture(result: Result) -> Any:
    """The picture as an object that a notebook displays."""
    return _rendered(result, height="600px")


def write_picture(result: Result, output: Path) -> Path:
    """Write the picture as one HTML file; returns its path. Raises :class:`OutputError`."""
    return write_file(output, _rendered(result, height="95vh").data.encode())


def _rendered(result: Result, height: str) -> Any:
    """The drawing with its middle in view, small enough to be seen whole."""
    drawing = _drawing(result)
    spans = [
        _span([place for node in drawing.nodes if (place := node.x) is not None]),
        _span([place for node in drawing.nodes if (place := node.y) is not None]),
    ]
    zoom = min(
        1.0, *(room / (high - low + MARGIN) for room, (low, high) in zip(VIEW, spans, strict=True))
    )
    (left, right), (top, bottom) = spans
    middle = (left + right) / 2, (top + bottom) / 2
    return drawing.render(
        layout="free", width="100%", height=height, pan_position=middle, initial_zoom=zoom
    )


def _span(places: list[float]) -> tuple[float, float]:
    return (min(places), max(places)) if places else (0.0, 0.0)


def _drawing(result: Result) -> VisualizationGraph:
    try:
        from neo4j_viz import Node, Relationship, VisualizationGraph
    except ImportError:
        raise MissingExtra("neo4j-viz", "viz", "show()") from None
    graph = drawn_graph(result)
    places = layered(graph)
    nodes = [
        Node(  # pyright: ignore[reportCallIssue]
            id=node,
            caption=str(data.get("name", node)),
            color=_colour(palette().nodes, data.get("label")),
            size=36,
            caption_size=2,
            x=places[node][0],
            y=places[node][1],
            properties={"label": data.get("label"), "id": node},
        )
        for node, data in graph.nodes(data=True)
    ]
    edges = [
        Relationship(  # pyright: ignore[reportCallIssue]
            source=start,
            target=end,
            caption=_caption(data),
            color=_colour(palette().edges, data.get("type")),
            caption_size=2,
            width=1 + (WIDEST - 1) * float(data.get("belief") or 0),
            properties={key: str(value) for key, value in data.items()},
        )
        for start, end, data in graph.edges(data=True)
    ]
    return VisualizationGraph(nodes=nodes, relationships=edges)


def _colour(looks: Mapping[str, NodeLook] | Mapping[str, EdgeLook], name: object) -> str:
    look = looks.get(str(name))
    return look.colour if look else UNKNOWN


def _caption(data: dict[str, Any]) -> str:
    kinds = data.get("via") or [data.get("type", "")]
    flows = data.get("type") == "UPSTREAM_OF"
    return ", ".join(
        ONWARD[kind] if flows and kind in ONWARD else str(kind).replace("_", " ").lower()
        for kind in kinds
    )
