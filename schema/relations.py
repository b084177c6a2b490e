"""The twelve relation types, one small declarative class each.

A class says which labels may stand at its ends, what its qualifiers are, which of them make two
edges between the same ends different edges (``identity``), and in one line what it means. From
these come validation, the JSON schema, the loader's relationship types and the table in the docs.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import ClassVar

from ..errors import UnknownName
from .labels import Label
from .qualifiers import (
    AcquiresQualifiers,
    ControlsQualifiers,
    DependsQualifiers,
    Money,
    PartnersQualifiers,
    Qualifiers,
    Quantity,
    RequiresQualifiers,
    RestrictsQualifiers,
    SuppliesQualifiers,
)

C, L, A, F, M, Y, E, T, P, O = (  # noqa: E741 - the mark-up letters of the annotation guide
    Label.COUNTRY, Label.PLACE, Label.AGENCY, Label.FIRM, Label.MINE,
    Label.FACILITY, Label.ELEMENT, Label.MATERIAL, Label.PRODUCT, Label.POLICY,
)  # fmt: skip


class Relation:
    """Base of the twelve relation types."""

    name: ClassVar[str]
    subjects: ClassVar[frozenset[Label]]
    objects: ClassVar[frozenset[Label]]
    qualifiers: ClassVar[type[Qualifiers]] = Qualifiers
    identity: ClassVar[tuple[str, ...]] = ()
    symmetric: ClassVar[bool] = False

    @classmethod
    def allows(cls, subject: Label, object_: Label) -> bool:
        """Whether the two labels may stand at the ends of this relation, in this order."""
        return subject in cls.subjects and object_ in cls.objects


class Controls(Relation):
    """Holds a dominant share or possession of a thing at a stage of its supply chain."""

    name = "CONTROLS"
    subjects = frozenset({C, F})
    objects = frozenset({E, T, M, Y})
    qualifiers = ControlsQualifiers
    identity = ("stage",)


class Produces(Relation):
    """Makes or mines a thing."""

    name = "PRODUCES"
    subjects = frozenset({C, F, M, Y, L})
    objects = frozenset({E, T, P})
    qualifiers = Quantity


class Supplies(Relation):
    """Delivers, exports or is contracted to deliver to a buyer."""

    name = "SUPPLIES"
    subjects = frozenset({C, F, M})
    objects = frozenset({C, F, A, P})
    qualifiers = SuppliesQualifiers
    identity = ("material",)


class DependsOn(Relation):
    """Relies on another party, for a material where one is named."""

    name = "DEPENDS_ON"
    subjects = frozenset({C, F, A, P})
    objects = frozenset({C, F})
    qualifiers = DependsQualifiers
    identity = ("material",)


class Requires(Relation):
    """Is made from, or cannot be made without, a thing."""

    name = "REQUIRES"
    subjects = frozenset({P, T})
    objects = frozenset({E, T})
    qualifiers = RequiresQualifiers


class Restricts(Relation):
    """Limits trade in a thing, or against a party where no thing is named."""

    name = "RESTRICTS"
    subjects = frozenset({C, A, O})
    objects = frozenset({E, T, P, C, F})
    qualifiers = RestrictsQualifiers
    identity = ("mechanism", "target")


class Enacts(Relation):
    """Puts a named or dated measure into force."""

    name = "ENACTS"
    subjects = frozenset({C, A})
    objects = frozenset({O})
    qualifiers = Money


class Acquires(Relation):
    """Buys or holds a stake."""

    name = "ACQUIRES"
    subjects = frozenset({F, C})
    objects = frozenset({F, M})
    qualifiers = AcquiresQualifiers


class Operates(Relation):
    """Owns outright, runs or develops a site."""

    name = "OPERATES"
    subjects = frozenset({F, C})
    objects = frozenset({M, Y})


class InvestsIn(Relation):
    """Puts or promises money into a party, a site, a place or a thing."""

    name = "INVESTS_IN"
    subjects = frozenset({C, A, F})
    objects = frozenset({F, M, Y, L, E, T, C})
    qualifiers = Money


class PartnersWith(Relation):
    """Has a named agreement, memorandum or venture with; the ends stand in order of their ids."""

    name = "PARTNERS_WITH"
    subjects = frozenset({C, F})
    objects = frozenset({C, F})
    qualifiers = PartnersQualifiers
    symmetric = True


class LocatedIn(Relation):
    """Lies in, or is based in."""

    name = "LOCATED_IN"
    subjects = frozenset({M, Y, F, L})
    objects = frozenset({L, C})


RELATIONS: dict[str, type[Relation]] = {
    kind.name: kind
    for kind in (
        Controls, Produces, Supplies, DependsOn, Requires, Restricts,
        Enacts, Acquires, Operates, InvestsIn, PartnersWith, LocatedIn,
    )
}  # fmt: skip


def relation_type(name: str) -> type[Relation]:
    """The class of a relation name; :class:`UnknownName` with the nearest names otherwise."""
    if name not in RELATIONS:
        near = get_close_matches(name.upper().replace(" ", "_"), RELATIONS, 2)
        raise UnknownName("relation", name, near)
    return RELATIONS[name]
