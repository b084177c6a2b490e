"""The ten entity labels: what each one is, and what its key is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class Label(StrEnum):
    """The label of an entity, which is also its node label in the graph."""

    COUNTRY = "Country"
    PLACE = "Place"
    AGENCY = "Agency"
    FIRM = "Firm"
    MINE = "Mine"
    FACILITY = "Facility"
    ELEMENT = "Element"
    MATERIAL = "Material"
    PRODUCT = "Product"
    POLICY = "Policy"


class EntityType:
    """Base of the ten: ``label``, what the ``key`` is, and whether unseen names may be added."""

    label: ClassVar[Label]
    key: ClassVar[str]
    open: ClassVar[bool] = True


class Country(EntityType):
    """A sovereign state, a territory with an ISO code of its own, or a bloc acting as one party."""

    label = Label.COUNTRY
    key = "ISO 3166 alpha-2 code; EU and G7 for the blocs"
    open = False


class Place(EntityType):
    """A sub-national place: province, state, city, region."""

    label = Label.PLACE
    key = "English name"


class Agency(EntityType):
    """A government body, military, sovereign fund or international organisation."""

    label = Label.AGENCY
    key = "usual English name"


class Firm(EntityType):
    """A company, state-owned ones included."""

    label = Label.FIRM
    key = "usual English name without legal suffix"


class Mine(EntityType):
    """A named mine or deposit."""

    label = Label.MINE
    key = "English name"


class Facility(EntityType):
    """A named, or clearly one definite, plant or industrial zone."""

    label = Label.FACILITY
    key = "English name"


class Element(EntityType):
    """A chemical element, or a group of them such as the heavy rare earths."""

    label = Label.ELEMENT
    key = "chemical symbol; the English name of a group"
    open = False


class Material(EntityType):
    """A processed intermediate: oxides, alloys, magnets, cathodes."""

    label = Label.MATERIAL
    key = "short English name"


class Product(EntityType):
    """An end product or use."""

    label = Label.PRODUCT
    key = "short English name"


class Policy(EntityType):
    """A named or dated measure, law, agreement or plan."""

    label = Label.POLICY
    key = "actor + thing + (month year)"


ENTITY_TYPES: dict[Label, type[EntityType]] = {
    kind.label: kind
    for kind in (
        Country, Place, Agency, Firm, Mine, Facility, Element, Material, Product, Policy,
    )
}  # fmt: skip
