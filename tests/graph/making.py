"""Claims, stores and graphs made for tests, by hand or from an annotated file."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from monazite.graph.facts import facts_from_claims
from monazite.schema import Article, Claim, Entity, Fact, Label, Mention, claim_id, entity_id

_IDS = ("material", "target", "about")


def mention(entity: str, start: int = 0) -> Mention:
    """A mention of an entity given as "Country:CN"."""
    label, key = entity.split(":", 1)
    return Mention(
        text=key,
        label=Label(label),
        id=entity_id(label, key),
        name=key,
        start=start,
        end=start + len(key),
    )


def claim(
    subject: str,
    relation: str,
    object_: str,
    article: str = "a1",
    sentence: int = 0,
    confidence: float = 0.8,
    published: str | None = "2025-06-01",
    negated: bool = False,
    **qualifiers: str | float | bool,
) -> Claim:
    """A claim about "Label:key" entities; qualifiers that name entities likewise."""
    ids = {k: mention(str(v)).id for k, v in qualifiers.items() if k in _IDS}
    words = [subject.split(":", 1)[1], relation, object_.split(":", 1)[1]]
    text = " ".join(words)
    ends = mention(subject), mention(object_, len(text) - len(words[2]))
    return Claim(
        id=claim_id(article, sentence, ends[0].id, relation, ends[1].id),
        article=article,
        sentence_index=sentence,
        sentence=text,
        sentence_start=0,
        sentence_end=len(text),
        lang="en",
        subject=ends[0],
        relation=relation,
        object=ends[1],
        qualifiers={**qualifiers, **ids},
        negated=negated,
        confidence=confidence,
        votes={"patterns": confidence},
        published=dt.date.fromisoformat(published) if published else None,
    )


def facts_of(*claims: Claim) -> list[Fact]:
    """The facts of claims, each article being a story."""
    return list(facts_from_claims(by_fact((c, c.article) for c in claims)))


def by_fact(rows: Iterable[tuple[Claim, str]]) -> list[tuple[Claim, str]]:
    """The rows as a claim store gives them."""
    return sorted(rows, key=lambda row: (row[0].fact, str(row[0].published), row[0].id))


class ListedClaims:
    """A claim store's reading side over a list of claims; each article is a story."""

    def __init__(self, claims: Iterable[Claim], sources: Mapping[str, str] | None = None) -> None:
        self.claims = list({(c.id, c.fact): c for c in claims}.values())
        self.sources = sources or {}

    def claims_by_fact(self) -> Iterator[tuple[Claim, str]]:
        return iter(by_fact((c, c.article) for c in self.claims))

    def entities(self) -> Iterator[Entity]:
        named = {m.id: m for c in self.claims for m in (c.subject, c.object)}
        for id_, one in sorted(named.items()):
            yield Entity(id=id_, label=one.label, name=one.name)

    def articles(self) -> Iterator[Article]:
        for id_ in sorted({c.article for c in self.claims}):
            yield Article(id=id_, title=id_, text="…", lang="en", source=self.source(id_))

    def story(self, article_id: str) -> str | None:
        return article_id

    def source(self, article_id: str) -> str | None:
        return self.sources.get(article_id, "Some Paper")


def annotated_claims(path: Path) -> list[Claim]:
    """The annotated facts of a file as claims, each with confidence .9."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    labels = {e["id"]: e["label"] for row in rows for e in row["entities"]}
    things = {k: f"{v}:{k}" for k, v in labels.items()}
    found = []
    for number, row in enumerate(rows):
        for fact in row["facts"]:
            if not {fact["subject"], fact["object"]} <= labels.keys():
                continue  # an end that is named nowhere has no label
            q = {k: things.get(v) if k in _IDS else v for k, v in fact.get("q", {}).items()}
            q = {k: v for k, v in q.items() if v is not None}
            ends = things[fact["subject"]], things[fact["object"]]
            found.append(
                claim(
                    ends[0], fact["relation"], ends[1], str(row.get("article", number)), number,
                    0.9, row.get("date"), **q,
                )
            )  # fmt: skip
    return found
