"""The catalogue: one Cypher file a question, with typed parameters and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

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

__getattr__ = lazily(__name__, _HOMES)
