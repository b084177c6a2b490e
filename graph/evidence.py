"""The evidence: what an article says, word for word, as nodes beside the facts.

``(:Claim {fact})-[:SUBJECT|OBJECT]->(entity)``, ``(:Claim)-[:STATED_IN]->(:Article)``; ``fact`` is
the uid of the edge that the claim speaks for, or denies where ``negated``. Offsets of subject and
object are characters of ``sentence``, those of the sentence characters of the article's text (of
its title where ``in_title``). A claim keeps its own qualifiers, so that disagreements can be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..schema import Article, Claim, label_of
from .rows import EdgeRow, NodeRow

_CLAIM = (
    "sentence", "sentence_index", "sentence_start", "sentence_end", "in_title", "lang", "relation",
    "negated", "confidence", "published",
)  # fmt: skip
_ARTICLE = ("title", "url", "source", "published", "lang", "topic")


def node_id(claim: Claim, fact: str) -> str:
    """The id of a claim's node: one sentence may say two facts of the same two entities."""
    return f"{claim.id}-{fact}"


def claim_node(claim: Claim, story: str, fact: str) -> NodeRow:
    """The node of a claim; ``fact`` is the uid of its fact."""
    properties: dict[str, object] = {
        **claim.qualifiers,
        **{key: getattr(claim, key) for key in _CLAIM},
        "subject_start": claim.subject.start,
        "subject_end": claim.subject.end,
        "object_start": claim.object.start,
        "object_end": claim.object.end,
        "voters": sorted(claim.votes),
        "story": story,
        "fact": fact,
    }
    return NodeRow(
        "Claim", node_id(claim, fact), {k: v for k, v in properties.items() if v is not None}
    )


def article_node(article: Article, story: str) -> NodeRow:
    """The node of an article, without its text; ``story`` is what its copies share."""
    properties = {**{key: getattr(article, key) for key in _ARTICLE}, "story": story}
    return NodeRow("Article", article.id, {k: v for k, v in properties.items() if v is not None})


def claim_edges(claim: Claim, fact: str) -> Iterator[EdgeRow]:
    """The three edges of a claim: to its subject, to its object, to its article."""
    node = node_id(claim, fact)
    ends = (
        ("SUBJECT", label_of(claim.subject.id), claim.subject.id),
        ("OBJECT", label_of(claim.object.id), claim.object.id),
        ("STATED_IN", "Article", claim.article),
    )
    for kind, label, end in ends:
        yield EdgeRow(kind, f"{node}-{kind.lower()}", "Claim", node, label, end)
