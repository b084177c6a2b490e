"""The palette as a style file (GraSS) of Neo4j Browser."""

from __future__ import annotations

from ...schema.palette import EdgeLook, NodeLook, palette

_BORDER = 0.55
"""How much of a node's colour is left in its border, which sets pale nodes off a white page."""


def style() -> str:
    """A rule for each label and type of the palette."""
    nodes = [_rule(f"node.{label}", _node(look)) for label, look in palette().nodes.items()]
    edges = [_rule(f"relationship.{kind}", _edge(look)) for kind, look in palette().edges.items()]
    return "".join([*nodes, *edges])


def darker(colour: str) -> str:
    """``colour`` (#rrggbb) as the border around it."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * _BORDER):02x}" for part in parts)


def _rule(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"


def _node(look: NodeLook) -> dict[str, str]:
    return {
        "color": look.colour,
        "border-color": darker(look.colour),
        "border-width": "2px",
        "text-color-internal": look.text,
        "caption": f'"{look.caption}"',
        "diameter": f"{look.size}px",
        "font-size": "10px",
    }


def _edge(look: EdgeLook) -> dict[str, str]:
    return {
        "color": look.colour,
        "shaft-width": f"{look.width}px",
        "caption": f'"{look.caption}"',
        "font-size": "8px",
    }
