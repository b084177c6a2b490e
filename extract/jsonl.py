"""What was extracted, as one JSON object a sentence: the form that ``monazite extract`` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..schema import Claim, Mention, key_of
from .article_claims import ArticleClaims


def sentence_rows(readings: Iterable[ArticleClaims]) -> Iterator[dict[str, object]]:
    """A row a sentence: title, date, lang, sentence, mentions and claims (denials left out)."""
    for reading in readings:
        article = reading.article
        stated: dict[int, list[Claim]] = {}
        for claim in reading.claims:
            if not claim.negated:
                stated.setdefault(claim.sentence_index, []).append(claim)
        for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True):
            yield {
                "article": article.id,
                "title": article.title,
                "date": article.published.isoformat() if article.published else None,
                "lang": sentence.lang,
                "sentence": sentence.text,
                "mentions": [_mention(mention) for mention in mentions],
                "claims": [_claim(claim) for claim in stated.get(sentence.index, [])],
            }


def write_jsonl(readings: Iterable[ArticleClaims]) -> Iterator[str]:
    """The rows as lines of JSON, each ended by a line feed."""
    for row in sentence_rows(readings):
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "text": mention.text,
        "label": str(mention.label),
        "id": mention.id,
        "name": mention.name,
        "start": mention.start,
        "end": mention.end,
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "subject": _mention(claim.subject),
        "relation": claim.relation,
        "object": _mention(claim.object),
        "qualifiers": {
            name: key_of(value) if isinstance(value, str) else value
            for name, value in claim.qualifiers.items()
        },
        "confidence": claim.confidence,
        "votes": claim.votes,
    }
