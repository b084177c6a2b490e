"""How far a fact is believed: many independent stories count, copies of one story do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import prod
from typing import Annotated, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field

from ..schema import parse

TABLE = "sources.yaml"
_DIGITS = 6

# A source that is always right would make one claim of it unshakeable: values stay below 1.
Reliability = Annotated[float, Field(gt=0, lt=1)]


class SourceGroup(BaseModel):
    """Sources of one kind: how reliable they are taken to be, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reliability: Reliability
    reason: str
    sources: tuple[str, ...]


class SourceTable(BaseModel):
    """The table of reliabilities: by group, and for sources outside every group."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    default: Reliability
    unnamed: Reliability
    groups: tuple[SourceGroup, ...] = ()


def _key(source: str) -> str:
    return "".join(source.split()).casefold()


@cache
def _table() -> tuple[SourceTable, Mapping[str, float]]:
    text = (files(__package__ or "monazite.graph") / TABLE).read_text(encoding="utf-8")
    table = parse(SourceTable, yaml.safe_load(text), TABLE)
    return table, {_key(name): g.reliability for g in table.groups for name in g.sources}


def reliability(source: str | None) -> float:
    """The chance that what ``source`` prints is so, between 0 and 1."""
    table, known = _table()
    if not source or not source.strip():
        return table.unnamed
    return known.get(_key(source), table.default)


def belief(support: Iterable[tuple[str, float]]) -> float:
    """1 − Π over stories (1 − the best weight in the story), to six digits.

    ``support`` are (story, weight) pairs, a weight being a claim's confidence × the reliability of
    its source. Each story counts once, however many of its copies say it. Nothing gives 0.
    """
    best: dict[str, float] = {}
    for story, weight in support:
        best[story] = max(weight, best.get(story, 0.0))
    # Sorted, because floating-point products depend on the order of their factors.
    return round(1.0 - prod(1.0 - weight for weight in sorted(best.values())), _DIGITS)


class Support(NamedTuple):
    """What a fact reads of a claim for or against it: a fact may have very many, held at once.

    ``id`` is the claim's, ``weight`` its confidence × the reliability of its source.
    """

    id: str
    relation: str
    qualifiers: Mapping[str, str | float | int | bool]
    published: dt.date | None
    story: str
    weight: float


def joint_belief(supports: Iterable[Support]) -> float:
    """:func:`belief` of claims."""
    return belief((support.story, support.weight) for support in supports)
