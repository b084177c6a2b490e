"""What a set of claims adds up to: an entity that is a node, a fact that is an edge."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .claim import Probability
from .labels import Label
from .qualifiers import EntityId

Origin = Literal["news", "reference", "taxonomy", "derived"]


class Entity(BaseModel):
    """A node: its id, its label, its usual names in both languages and the other names it has."""

    model_config = ConfigDict(frozen=True)

    id: EntityId
    label: Label
    name: str
    name_zh: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None


class Fact(BaseModel):
    """An edge: what independent stories say about one relation between two entities.

    ``belief`` is 1 − Π over stories (1 − the best claim's confidence in the story × the source's
    reliability). ``claims`` and ``sources`` count claims and independent stories.
    ``qualifiers`` hold the value with the most belief; where stories disagree on ``share``,
    ``shares`` lists every value in ascending order. ``valid_from``/``valid_to`` bound the time in
    which it holds, as far as the claims say; ``status`` as in :class:`Status`.
    """

    model_config = ConfigDict(frozen=True)

    uid: str
    subject: EntityId
    relation: str
    object: EntityId
    qualifiers: dict[str, str | float | int | bool] = Field(default_factory=dict)
    shares: tuple[float, ...] = ()
    belief: Probability
    claims: int = 0
    sources: int = 0
    first_stated: dt.date | None = None
    last_stated: dt.date | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    status: str | None = None
    origin: Origin = "news"
