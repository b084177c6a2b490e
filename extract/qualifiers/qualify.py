"""What a vote's sentence says beyond the two ends: numbers, times, stage, mechanism, things.

What a relation may carry stands in ``qualifiers.yaml``; the values fit the relation's typed
qualifier model. Entity values are ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...schema import Mention, relation_type
from ..context import Context, Vote
from ..numbers.dates import find_dates
from ..numbers.quantities import Quantity, find_quantities
from ..tables import table
from .attachment import nearest
from .coordination import counterpart
from .progress import progress
from .targets import targets
from .wording import mechanism, stage

Value = str | float | int | bool
_THINGS = {"Element", "Material"}


def qualify(vote: Vote, context: Context) -> dict[str, Value]:
    """The qualifiers of a vote: its own first, then what stands nearest to it in the sentence."""
    rules = table("qualifiers", "qualifiers")["relations"][vote.relation]
    said: dict[str, Any] = dict(vote.qualifiers)
    for more in (
        _numbers(vote, context, rules),
        _time(vote, context, rules),
        _words(vote, context),
        _things(vote, context, rules),
        progress(vote, context),
    ):
        said = {**more, **said}
    allowed = relation_type(vote.relation).qualifiers.model_fields
    return {name: value for name, value in said.items() if name in allowed and value is not None}


def _numbers(vote: Vote, context: Context, rules: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, kinds in rules.get("numbers", {}).items():
        one = _quantity(vote, context, kinds)
        if one is not None:
            said.update(_values(name, one))
    return said


def _quantity(vote: Vote, context: Context, kinds: Iterable[str]) -> Quantity | None:
    """The quantity of one of the kinds that belongs to the vote."""
    quantities = find_quantities(context.text, context.sentence.lang)
    found = [q for q in quantities if q.kind in kinds]
    return counterpart(found, vote, context) or nearest(found, vote, context)


def _values(name: str, quantity: Quantity) -> dict[str, Any]:
    value = {name: quantity.value}
    if quantity.value is None:
        value = {"lo": quantity.lo, "hi": quantity.hi}
    unit = "% of demand" if name == "quantity" and quantity.kind == "share" else quantity.unit
    return {**value, "unit": unit, "currency": quantity.currency, "bound": quantity.bound}


def _time(vote: Vote, context: Context, rules: dict[str, Any]) -> dict[str, Any]:
    if "time" not in rules:
        return {}
    dates = find_dates(context.text, context.sentence.lang, context.published)
    date = nearest(dates, vote, context)
    if date is None:
        return {}
    if rules["time"] == "date":
        return {"date": date.value}
    return {"year": date.year, "forecast": date.after(context.published) or None}


def _words(vote: Vote, context: Context) -> dict[str, Any]:
    if vote.relation == "CONTROLS":
        return {"stage": stage(vote, context, _quantity(vote, context, ("share", "stake")))}
    if vote.relation == "RESTRICTS":
        return {"mechanism": mechanism(vote, context)}
    return {}


def _things(vote: Vote, context: Context, rules: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    ends = {vote.subject.id, vote.object.id}
    if "thing" in rules:
        things = [m for m in context.arguments if m.label in _THINGS and m.id not in ends]
        thing: Mention | None = nearest(things, vote, context) or context.topic
        said[rules["thing"]] = thing.id if thing else None
    if rules.get("target"):
        hit = nearest(targets(vote, context), vote, context)
        said["target"] = hit.id if hit else None
    return said
