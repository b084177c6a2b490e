"""The whole graph as rows: what stands in the claim store, seen as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..errors import ClaimStoreError
from ..schema import Claim, Entity, Fact
from .claim_view import ClaimView, country_of, trust_in
from .evidence import article_node, claim_edges, claim_node
from .fact_edges import edge_of
from .facts import facts_from_claims
from .rows import EdgeRow, NodeRow
from .taxonomy import Taxonomy, load_taxonomy
from .upstream import upstream_edges

_ENTITY_IDS = ("material", "target", "about")  # qualifiers that name an entity


class GraphRows(NamedTuple):
    """Nodes and edges to be loaded, in the same order for the same claims; each to be read once."""

    nodes: Iterator[NodeRow]
    edges: Iterator[EdgeRow]


def graph_rows(store: ClaimView) -> GraphRows:
    """The graph that a claim store stands for.

    Entities that a claim or the taxonomy joins, facts, taxonomy, ``UPSTREAM_OF``, and the evidence.
    Only facts and entities are held; claims and articles stream, so the store must stay open until
    both iterators are read. :class:`ClaimStoreError` where a claim's entity is not in the store.
    """
    used: set[str] = set()
    rows = _noting(store.claims_by_fact(), used)
    facts = list(facts_from_claims(rows, trust_in(store), country_of(store)))
    taxonomy = load_taxonomy()
    return GraphRows(_nodes(store, used, taxonomy), _edges(store, facts, used, taxonomy))


def _noting(rows: Iterable[tuple[Claim, str]], used: set[str]) -> Iterator[tuple[Claim, str]]:
    """The rows, and the ids of the entities that they name in ``used``."""
    for claim, story in rows:
        named = (claim.qualifiers.get(key) for key in _ENTITY_IDS)
        used |= {claim.subject.id, claim.object.id, *(str(id_) for id_ in named if id_)}
        yield claim, story


def _entity_node(entity: Entity) -> NodeRow:
    properties = entity.model_dump(exclude={"id", "label"}, exclude_none=True)
    return NodeRow(entity.label, entity.id, {**properties, "aliases": list(entity.aliases)})


def _nodes(store: ClaimView, used: set[str], taxonomy: Taxonomy) -> Iterator[NodeRow]:
    missing = used | set(taxonomy.joined(used))
    for entity in store.entities():
        if entity.id in missing:
            missing.discard(entity.id)
            yield _entity_node(entity)
    for entity in (taxonomy.entities[id_] for id_ in sorted(missing & taxonomy.entities.keys())):
        missing.discard(entity.id)
        yield _entity_node(entity)
    for claim, story in store.claims_by_fact():
        if absent := missing & {claim.subject.id, claim.object.id}:
            raise ClaimStoreError(
                f"claim {claim.id} names {min(absent)}, which the claim store does not describe; "
                f"extract article {claim.article} again."
            )
        yield claim_node(claim, story, claim.fact)
    for article in store.articles():
        yield article_node(article, store.story(article.id) or article.id)


def _edges(
    store: ClaimView, facts: Sequence[Fact], used: set[str], taxonomy: Taxonomy
) -> Iterator[EdgeRow]:
    memberships = list(taxonomy.facts(taxonomy.joined(used)))
    yield from map(edge_of, facts)
    yield from map(edge_of, memberships)
    yield from upstream_edges(facts, memberships, taxonomy)
    for claim, _ in store.claims_by_fact():
        yield from claim_edges(claim, claim.fact)
