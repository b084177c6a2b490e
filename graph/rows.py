"""What the loader writes: nodes and edges with scalar properties and a fingerprint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..schema.ids import digest

Properties = Mapping[str, object]

# One for all rows: json.dumps would make one for each.
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str)


def fingerprint(properties: Properties) -> str:
    """Hash of properties, the same for equal values whatever their order."""
    return digest(_ENCODER.encode(properties))


@dataclass(frozen=True)
class NodeRow:
    """A node: ``label`` from the closed list (an entity's, or Claim, Article), its ``id``."""

    label: str
    id: str
    properties: Properties = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the properties: what the plan compares."""
        return fingerprint(self.properties)


@dataclass(frozen=True)
class EdgeRow:
    """An edge of ``type`` between two nodes, each given by label and id; ``uid`` is unique."""

    type: str
    uid: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Properties = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the properties: what the plan compares."""
        return fingerprint(self.properties)
