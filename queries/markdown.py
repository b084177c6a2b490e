"""The catalogue as a page of the manual."""

from __future__ import annotations

import json

from .browser.examples import assignments, command
from .index import CATEGORIES, catalogue
from .query import Parameter, Query

_INTRODUCTION = """\
# Queries

Each question is one file in `queries/<category>/`, and the file runs as it stands: here as
`monazite query NAME`, in Python as `graph.query("NAME", ...)`, in Neo4j Browser from the guide that
`monazite browser-assets` writes ([neo4j-browser.md](neo4j-browser.md)), where the line given below
sets the parameters. Entities are given by name, Chinese name, alias or id; Neo4j Browser knows ids
only. A parameter without a default must be given, an optional one means "any" where it is left out.

This page is made from the headers of the files.
"""


def markdown() -> str:
    """The page: queries by category, their parameters and columns."""
    parts = [_INTRODUCTION, _overview()]
    for category, meaning in CATEGORIES.items():
        parts.append(f"## {category}: {meaning}\n")
        parts += [_query(q) for q in catalogue().values() if q.category == category]
    return "\n".join(parts)


def _overview() -> str:
    rows = [
        f"| [{q.name}](#{q.name}) | {q.category} | {q.question} |" for q in catalogue().values()
    ]
    return "\n".join(["| query | category | question |", "|---|---|---|", *rows, ""])


def _query(query: Query) -> str:
    columns = [f"| `{c.name}` | {c.type} | {c.meaning} |" for c in query.returns]
    lines = [f"### {query.name}\n", f"**{query.title}.** {query.question}\n"]
    if query.params:
        lines += ["| parameter | type | default | meaning |", "|---|---|---|---|"]
        lines += [_parameter(p) for p in query.params]
        lines += ["", "```", f":{command(assignments(query))}", "```", ""]
    lines += ["| column | type | meaning |", "|---|---|---|", *columns, ""]
    return "\n".join(lines)


def _parameter(parameter: Parameter) -> str:
    default = "optional" if parameter.optional else _json(parameter.default)
    kinds = ", ".join(parameter.labels) or ", ".join(parameter.allowed)
    meaning = parameter.meaning + (f" ({kinds})" if kinds else "")
    return f"| `{parameter.name}` | {parameter.type} | {default} | {meaning} |"


def _json(default: object) -> str:
    """A default as Cypher and people write it; nothing for none."""
    return "" if default is None else json.dumps(default)
