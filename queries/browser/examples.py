"""Parameters as Neo4j Browser is told of them: names with values written in Cypher."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from ..index import catalogue
from ..query import Parameter, Query


class Examples(BaseModel):
    """Values by parameter, and those of one query alone by query and parameter."""

    parameters: dict[str, object]
    queries: dict[str, dict[str, object]]


def assignments(query: Query) -> dict[str, str]:
    """A value in Cypher for each parameter of ``query``: its default, or an example if required."""
    own = examples().queries.get(query.name, {})
    common = examples().parameters
    return {
        p.name: _literal(p, own.get(p.name, common[p.name] if p.required else p.default))
        for p in query.params
    }


def session() -> dict[str, str]:
    """A value in Cypher for each parameter of the catalogue, under which every query runs.

    Parameters of the Browser last for a session and are shared by all queries.
    """
    values: dict[str, str] = {}
    for query in catalogue().values():
        for p in query.params:
            values.setdefault(p.name, _literal(p, examples().parameters.get(p.name, p.default)))
    return values


def command(values: Mapping[str, str]) -> str:
    """The one command that sets all ``values``, without its colon."""
    returned = ", ".join(f"{value} AS {name}" for name, value in values.items())
    return f"param [{{{', '.join(values)}}}] => {{RETURN {returned}}}"


def _literal(parameter: Parameter, value: object) -> str:
    """``value`` in Cypher."""
    if value is None:
        return "null"
    if parameter.type == "date":
        return "date()" if value == "today" else f"date('{value}')"
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)


@cache
def examples() -> Examples:
    """The examples of ``examples.yaml``, read once."""
    text = (files(__package__ or "monazite.queries.browser") / "examples.yaml").read_text("utf-8")
    return Examples.model_validate(yaml.safe_load(text))
