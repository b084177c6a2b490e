"""The JSON schema of a claim as a writer (a person, a language model) would give it."""

from __future__ import annotations

from .labels import ENTITY_TYPES, Label
from .relations import RELATIONS, Relation


def _entity() -> dict[str, object]:
    meaning = "; ".join(f"{t.label}: {(t.__doc__ or '').strip()}" for t in ENTITY_TYPES.values())
    return {
        "type": "object",
        "description": meaning,
        "properties": {
            "text": {"type": "string"},
            "label": {"enum": [str(label) for label in Label]},
            "name": {"type": "string"},
        },
        "required": ["text", "label"],
        "additionalProperties": False,
    }


def _end(labels: frozenset[Label]) -> dict[str, object]:
    return {
        "allOf": [
            {"$ref": "#/$defs/entity"},
            {"properties": {"label": {"enum": sorted(str(label) for label in labels)}}},
        ]
    }


def _claim(kind: type[Relation]) -> dict[str, object]:
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": {
            "relation": {"const": kind.name},
            "subject": _end(kind.subjects),
            "object": _end(kind.objects),
            "qualifiers": kind.qualifiers.model_json_schema(),
        },
        "required": ["relation", "subject", "object"],
        "additionalProperties": False,
    }


def json_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of one claim: ``oneOf`` the twelve relations, ends typed by label."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "monazite claim",
        "oneOf": [_claim(kind) for kind in RELATIONS.values()],
        "$defs": {"entity": _entity()},
    }
