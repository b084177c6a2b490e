"""Typed qualifiers: what a relation may say beyond its two ends.

Numbers are given in full (1300000000), shares in percent, tons as ``t``, currencies in ISO 4217,
dates as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. A range has ``lo`` and ``hi``. What the text does
not say stays ``None``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
Percent = Annotated[float, Field(ge=0, le=100)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
EntityId = Annotated[str, Field(pattern=r"^[a-z]+:\S+$")]


class Stage(StrEnum):
    """The stage of the supply chain that a share or a dominance is about."""

    RESERVES = "reserves"
    MINING = "mining"
    PROCESSING = "processing"
    SEPARATION = "separation"
    MAGNET_MAKING = "magnet-making"
    PATENTS = "patents"
    EXPORTS = "exports"
    SUPPLY = "supply"
    CONSUMPTION = "consumption"


class Mechanism(StrEnum):
    """How a measure restricts a thing."""

    EXPORT_LICENCE = "export-licence"
    EXPORT_CONTROL = "export-control"
    BAN = "ban"
    TECHNOLOGY_BAN = "technology-ban"
    QUOTA = "quota"
    TARIFF = "tariff"
    PRICE_FLOOR = "price-floor"
    END_USE_CONTROL = "end-use-control"
    SUSPENSION = "suspension"


class Status(StrEnum):
    """How far a fact has got; absent means that it is simply stated."""

    PLANNED = "planned"
    DONE = "done"
    LIFTED = "lifted"
    SUSPENDED = "suspended"


class Bound(StrEnum):
    """How a number is hedged: "over" is ``min``, "up to" is ``max``, "about" is ``approx``."""

    MIN = "min"
    MAX = "max"
    APPROX = "approx"


class Qualifiers(BaseModel):
    """What any relation may carry."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True)

    status: Status | None = None
    forecast: bool | None = None
    year: Year | None = None
    date: PartialDate | None = None
    bound: Bound | None = None

    def said(self) -> dict[str, object]:
        """Only what the text says, as plain JSON values."""
        return self.model_dump(mode="json", exclude_none=True)


class Share(Qualifiers):
    """A share in percent, as one value or a range."""

    share: Percent | None = None
    lo: Amount | None = None
    hi: Amount | None = None


class Quantity(Qualifiers):
    """A physical quantity with its unit, as one value or a range."""

    quantity: Amount | None = None
    lo: Amount | None = None
    hi: Amount | None = None
    unit: str | None = None


class Money(Qualifiers):
    """A sum of money in full units of an ISO 4217 currency."""

    amount: Amount | None = None
    currency: Currency | None = None


class ControlsQualifiers(Share):
    """Share of which stage."""

    stage: Stage | None = None


class RequiresQualifiers(Quantity):
    """How much of the thing goes into one unit, or what share of it is used."""

    share: Percent | None = None


class SuppliesQualifiers(Quantity, Money):
    """What is supplied, how much of it, and by how much that changed (percent)."""

    material: EntityId | None = None
    share: Percent | None = None
    change_pct: float | None = None


class DependsQualifiers(Share):
    """What is depended on for, and for which share."""

    material: EntityId | None = None


class RestrictsQualifiers(Qualifiers):
    """How, and against whom."""

    mechanism: Mechanism | None = None
    target: EntityId | None = None


class AcquiresQualifiers(Money):
    """The stake in percent and what was paid."""

    stake: Percent | None = None


class PartnersQualifiers(Money):
    """What the partnership is about."""

    about: EntityId | None = None
