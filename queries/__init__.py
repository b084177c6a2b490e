"""The catalogue: one Cypher file a question, with typed parameters and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .index import CATEGORIES, catalogue, find_category, find_query
    from .query import Column, Parameter, Query
    from .runner import Answer, run

__all__ = [
    "CATEGORIES",
    "Answer",
    "Column",
    "Parameter",
    "Query",
    "catalogue",
    "find_category",
    "find_query",
    "run",
]

_HOMES = {
    "CATEGORIES": ".index",
    "catalogue": ".index",
    "find_category": ".index",
    "find_query": ".index",
    "Column": ".query",
    "Parameter": ".query",
    "Query": ".query",
    "Answer": ".runner",
    "run": ".runner",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name], __name__), name)
