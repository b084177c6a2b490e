"""How nodes and edges look wherever they are drawn: one table, ``palette.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict


class _Look(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NodeLook(_Look):
    """Of a label: ``colour`` and ``text`` on it (#rrggbb), ``size`` (diameter in pixels).

    ``caption`` holds names of properties in braces.
    """

    colour: str
    text: str
    caption: str
    size: int


class EdgeLook(_Look):
    """Of a relationship type: ``colour`` (#rrggbb), ``width`` in pixels, ``caption`` as above.

    The caption ``<type>`` is the name of the type.
    """

    colour: str
    width: int
    caption: str


class Palette(_Look):
    """Looks of nodes by label and of edges by type."""

    nodes: Mapping[str, NodeLook]
    edges: Mapping[str, EdgeLook]


@cache
def palette() -> Palette:
    """The one palette; its file is read once."""
    text = (files(__package__ or "monazite.schema") / "palette.yaml").read_text(encoding="utf-8")
    return Palette.model_validate(yaml.safe_load(text))
