"""What the graph reads of a claim store, and what it must know of all of it beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from ..schema import Article, Claim, Entity, Label, entity_id
from .belief import reliability


class ClaimView(Protocol):
    """What is read of a claim store; each call starts a new pass over it."""

    def claims_by_fact(self) -> Iterator[tuple[Claim, str]]:
        """Each claim and its story, in order of fact uid."""
        ...

    def entities(self) -> Iterator[Entity]:
        """Each entity, in order of id."""
        ...

    def articles(self) -> Iterator[Article]:
        """Each article, in order of id."""
        ...

    def story(self, article_id: str) -> str | None:
        """The story of an article."""
        ...

    def source(self, article_id: str) -> str | None:
        """Who printed an article."""
        ...


def trust_in(store: ClaimView) -> Callable[[str], float]:
    """The reliability of an article's source."""
    return lambda article: reliability(store.source(article))


def country_of(store: ClaimView) -> Callable[[str], str]:
    """The country that an agency or a policy belongs to; any other entity itself."""
    countries = {
        entity.id: entity_id(Label.COUNTRY, entity.country)
        for entity in store.entities()
        if entity.country and entity.label in (Label.AGENCY, Label.POLICY)
    }
    return lambda actor: countries.get(actor, actor)
