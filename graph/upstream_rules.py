"""Which facts say that one thing stands upstream of another: the rules of ``upstream.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field

from ..schema import Fact, Label, Stage, label_of, parse

TABLE = "upstream.yaml"


class Rule(BaseModel):
    """One line of the table: from which end of a relation to what kind of thing at the other."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    relation: str
    start: Literal["subject", "object"] = Field(alias="from")
    into: frozenset[Label]
    not_stages: frozenset[Stage] = frozenset()
    supply: bool = False


class Step(NamedTuple):
    """A fact read in the direction of supply: ``start`` is upstream of ``end``."""

    start: str
    end: str
    fact: Fact
    supply: bool


@cache
def rules() -> dict[str, Rule]:
    """The rules by relation."""
    text = (files(__package__ or "monazite.graph") / TABLE).read_text(encoding="utf-8")
    parsed = [
        parse(Rule, line, f"{TABLE}, rule {number}")
        for number, line in enumerate(yaml.safe_load(text), start=1)
    ]
    return {rule.relation: rule for rule in parsed}


def step(fact: Fact) -> Step | None:
    """The step that a fact makes from supplier to dependent, None if it makes none."""
    rule = rules().get(fact.relation)
    if rule is None or fact.subject == fact.object:
        return None
    ends = (fact.subject, fact.object)
    start, end = ends if rule.start == "subject" else ends[::-1]
    fits = label_of(end) in rule.into and fact.qualifiers.get("stage") not in rule.not_stages
    return Step(start, end, fact, rule.supply) if fits else None
