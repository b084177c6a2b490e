"""The header of a query file: a title, then YAML, in the comment lines at its top."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any, TypeVar

import yaml

from ..errors import SchemaError
from ..schema import parse
from .query import Column, Parameter, Query

_REQUIRED = ("name", "question", "params", "returns", "revision")
_KEYS = (*_REQUIRED, "empty")
_COMMON = "common"
_Part = TypeVar("_Part", Parameter, Column)


def parse_query(text: str, category: str, where: str) -> Query:
    """The query in ``text``; :class:`SchemaError` names ``where`` and the line at fault."""
    comment = list(takewhile(lambda line: line.startswith("//"), text.splitlines()))
    title = comment[0].strip("/ ") if comment else ""
    if not title:
        raise SchemaError(f"{where}:1: the first line must be a comment with the query's title.")
    header = ["", *(line.removeprefix("//").removeprefix(" ") for line in comment[1:])]
    fields = _mapping(header, where)
    parts: dict[str, object] = {
        "params": _parts(Parameter, fields["params"], header, "params", where),
        "returns": _parts(Column, fields["returns"], header, "returns", where),
    }
    record = {**fields, **parts, "title": title, "category": category, "cypher": text}
    return parse(Query, record, where)


def _mapping(header: list[str], where: str) -> dict[str, object]:
    try:
        fields = _yaml("\n".join(header))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SchemaError(f"{where}:{line}: the header is not YAML: {error.problem}.") from None
    if not isinstance(fields, dict):
        raise SchemaError(f"{where}:2: the header must give {', '.join(_REQUIRED)}.")
    for key in sorted((set(_REQUIRED) - fields.keys()) | (fields.keys() - set(_KEYS))):
        fault = "is missing" if key in _KEYS else f"is not one of {', '.join(_KEYS)}"
        raise SchemaError(f"{where}:{_line(header, key)}: the key {key!r} {fault}.")
    return fields


def _yaml(text: str) -> Any:
    """Parsed by libyaml where it is there, which is eight times as fast."""
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe


def _parts(
    model: type[_Part], given: object, header: list[str], section: str, where: str
) -> list[_Part]:
    """The parameters or columns under the key ``section``, each checked at its own line."""
    start = _line(header, section)
    if not isinstance(given, dict):
        raise SchemaError(f"{where}:{start}: {section} must map names to what they are.")
    parts = []
    for name, part in given.items():
        place = f"{where}:{_line(header, name, start)}: {name}"
        known = common_parameters().get(name) if part == _COMMON else part
        if not isinstance(known, dict):
            raise SchemaError(f"{place}: there must be a type and a meaning.")
        parts.append(parse(model, {"name": name, **known}, place))
    return parts


def _line(header: list[str], key: str, start: int = 0) -> int:
    """The number of the first line from ``start`` on that begins with ``key``, else 1."""
    found = (n for n in range(start, len(header)) if header[n].strip().startswith(f"{key}:"))
    return next(found, 0) + 1


@cache
def common_parameters() -> dict[str, dict[str, object]]:
    """The parameters that mean the same in every query: name to its fields."""
    text = (files(__package__ or "monazite.queries") / "common.yaml").read_text(encoding="utf-8")
    common: dict[str, dict[str, object]] = _yaml(text)
    return common
