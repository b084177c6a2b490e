"""Parameters as people give them (text, or Python values) become the values a query is run with."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping

from ..errors import ParameterError, UnknownName
from .nearest import nearest
from .query import Parameter, Query

Resolve = Callable[[str, Parameter], str]
"""From the name of an entity to its id, for a parameter that says which labels it may have."""

_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def bind(query: Query, given: Mapping[str, object], resolve: Resolve) -> dict[str, object]:
    """A value for every parameter of ``query``.

    A parameter that is left out, or given as ``None``, takes its default. Raises
    :class:`UnknownName` for a parameter that the query does not have, :class:`ParameterError` for
    one that is missing, of the wrong type or out of range.
    """
    for name in given:
        if query.parameter(name) is None:
            near = nearest(name, (p.name for p in query.params))
            raise UnknownName(f"parameter of {query.name}", name, near)
    return {p.name: _value(query, p, given.get(p.name), resolve) for p in query.params}


def _value(query: Query, parameter: Parameter, given: object, resolve: Resolve) -> object:
    if given is None and parameter.required:
        raise ParameterError(f"{query.name} needs {parameter.name}: {parameter.meaning}.")
    value = parameter.default if given is None else given
    if value is None:
        return None
    if parameter.type == "entity":
        return resolve(str(value), parameter)
    try:
        return _in_range(parameter, _CONVERTERS.get(parameter.type, _text)(value))
    except ValueError:
        raise ParameterError(
            f"{parameter.name} must be {_wanted(parameter)}, not {value!r}."
        ) from None


def _in_range(parameter: Parameter, value: object) -> object:
    if parameter.allowed:
        same = [choice for choice in parameter.allowed if choice.casefold() == _fold(value)]
        if not same:
            raise ValueError
        return same[0]
    if isinstance(value, int | float) and not (
        (parameter.min is None or value >= parameter.min)
        and (parameter.max is None or value <= parameter.max)
    ):
        raise ValueError
    return value


def _fold(value: object) -> str:
    return str(value).strip().casefold()


def _wanted(parameter: Parameter) -> str:
    if parameter.allowed:
        return "one of " + ", ".join(parameter.allowed)
    bounds = [
        f"{word} {bound:g}"
        for word, bound in (("at least", parameter.min), ("at most", parameter.max))
        if bound is not None
    ]
    return " ".join([_KINDS[parameter.type], " and ".join(bounds)]).strip()


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value.strip()


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError
    number = float(value)
    if not math.isfinite(number):
        raise ValueError
    return number


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError
    return int(number)


def _truth(value: object) -> bool:
    folded = _fold(value)
    if folded not in _TRUTHS:
        raise ValueError
    return _TRUTHS[folded]


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = _text(value)
    return dt.date.today() if text.casefold() == "today" else dt.date.fromisoformat(text)


_CONVERTERS: dict[str, Callable[[object], object]] = {
    "date": _date,
    "float": _number,
    "int": _whole,
    "boolean": _truth,
}
_KINDS = {
    "date": "a date such as 2025-05-01",
    "float": "a number",
    "int": "a whole number",
    "boolean": "true or false",
    "string": "text",
}
