"""The palette: every label and type has its look, and every look can be read."""

from __future__ import annotations

import pytest
from monazite.graph.templates import EDGE_TYPES, NODE_LABELS
from monazite.queries.browser.style import darker
from monazite.schema.palette import EdgeLook, NodeLook, palette

PAGES = ("#f9fcff", "#292c33")
"""Behind a picture in Neo4j Browser, in the light and in the dark theme."""


def luminance(colour: str) -> float:
    """As WCAG 2 defines it, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_wcags() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_label_and_type_has_a_look() -> None:
    assert set(palette().nodes) == {*NODE_LABELS, "Build"}
    assert set(palette().edges) == set(EDGE_TYPES)


def test_no_two_labels_look_the_same() -> None:
    colours = [look.colour for look in palette().nodes.values()]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize(("label", "look"), palette().nodes.items())
def test_a_caption_can_be_read_on_its_node(label: str, look: NodeLook) -> None:
    assert contrast(look.text, look.colour) >= 4.5


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("label", "look"), palette().nodes.items())
def test_a_node_stands_out(label: str, look: NodeLook, page: str) -> None:
    assert max(contrast(look.colour, page), contrast(darker(look.colour), page)) >= 3


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("kind", "look"), palette().edges.items())
def test_an_edge_stands_out(kind: str, look: EdgeLook, page: str) -> None:
    assert contrast(look.colour, page) >= 3
