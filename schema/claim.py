"""A mention of an entity in a sentence, and a claim that a sentence makes about two of them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ..errors import SchemaError
from .article import Language
from .ids import fact_uid
from .labels import Label
from .qualifiers import EntityId
from .relations import relation_type

Probability = Annotated[float, Field(ge=0, le=1)]


class Mention(BaseModel):
    """A stretch of a sentence that names an entity.

    ``start`` and ``end`` are offsets in characters into the sentence. ``resolved`` marks an
    argument that is not a name but stands for one said earlier ("the company", "该矿"): such a
    mention is never an entity mention of its own. ``linked`` is how the id was found:
    "gazetteer", "variant" (a near name), "new" (an unseen name), "definite" (resolved).
    """

    model_config = ConfigDict(frozen=True)

    text: str
    label: Label
    id: EntityId
    name: str
    start: int
    end: int
    linked: str = "gazetteer"
    score: Probability = 1.0

    @property
    def resolved(self) -> bool:
        """Whether this stands for an entity named earlier, rather than naming one."""
        return self.linked == "definite"


class Claim(BaseModel):
    """One sentence's statement that ``subject`` stands in ``relation`` to ``object``.

    ``start``/``end`` of the mentions point into ``sentence``; the sentence itself is
    ``article.text[sentence_start:sentence_end]`` (``article.title`` for a title). ``votes`` maps
    each voter that found the claim to its score; ``confidence`` is the probability that they add
    up to. ``published`` is the article's date.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    article: str
    sentence_index: int
    sentence: str
    sentence_start: int
    sentence_end: int
    in_title: bool = False
    lang: Language
    subject: Mention
    relation: str
    object: Mention
    qualifiers: dict[str, str | float | int | bool] = Field(default_factory=dict)
    negated: bool = False
    confidence: Probability
    votes: dict[str, Probability] = Field(default_factory=dict)
    published: dt.date | None = None

    @model_validator(mode="after")
    def _fits_its_relation(self) -> Self:
        kind = relation_type(self.relation)
        if not kind.allows(self.subject.label, self.object.label):
            raise SchemaError(
                f"{self.relation} cannot join {self.subject.label} {self.subject.name!r} to "
                f"{self.object.label} {self.object.name!r}; allowed are "
                f"{_names(kind.subjects)} -> {_names(kind.objects)}."
            )
        kind.qualifiers.model_validate(self.qualifiers)
        return self

    @property
    def ends(self) -> tuple[str, str]:
        """Ids of subject and object; those of a symmetric relation in order."""
        first, second = self.subject.id, self.object.id
        swapped = relation_type(self.relation).symmetric and second < first
        return (second, first) if swapped else (first, second)

    @property
    def fact(self) -> str:
        """The uid of the fact that this claim speaks for, or denies."""
        identity = relation_type(self.relation).identity
        said = {name: self.qualifiers.get(name) for name in identity}
        return fact_uid(self.relation, *self.ends, said)


def _names(labels: frozenset[Label]) -> str:
    return "/".join(sorted(labels))
