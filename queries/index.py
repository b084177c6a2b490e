"""The catalogue: every query file in this folder, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..errors import SchemaError, UnknownName
from .header import parse_query
from .nearest import nearest
from .query import Query

CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "dependency": "what depends on what, and through whom",
        "concentration": "who holds how much of a stage",
        "chokepoint": "where the routes run together",
        "policy": "what is restricted, and who feels it",
        "firm": "who owns whom, and what a firm hangs on",
        "disruption": "what happens when a source stops",
        "evidence": "the sentences behind a fact",
        "change": "what is new",
        "health": "the state of the graph itself",
    }
)
"""The folders of the catalogue and what is asked in each, in the order people are shown them."""


def _read() -> Iterator[Query]:
    for category in CATEGORIES:
        folder = files(__package__ or "monazite.queries") / category
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".cypher"):
                where = f"{category}/{file.name}"
                query = parse_query(file.read_text(encoding="utf-8"), category, where)
                if f"{query.name}.cypher" != file.name:
                    raise SchemaError(f"{where}:2: the name {query.name!r} is not the file's.")
                yield query


@cache
def catalogue() -> Mapping[str, Query]:
    """Every query by its name, in order of category and name; the files are read once."""
    return MappingProxyType({query.name: query for query in _read()})


def find_query(name: str) -> Query:
    """The query called ``name``; :class:`UnknownName` with the nearest names otherwise."""
    queries = catalogue()
    if name not in queries:
        raise UnknownName("query", name, nearest(name, queries), "`monazite queries` lists them.")
    return queries[name]


def find_category(name: str) -> str:
    """``name``, where it is a category; :class:`UnknownName` with the nearest ones otherwise."""
    if name not in CATEGORIES:
        remedy = f"The categories are {', '.join(CATEGORIES)}."
        raise UnknownName("category", name, nearest(name, CATEGORIES), remedy)
    return name
