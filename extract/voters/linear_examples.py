"""Annotated sentences as pairs of arguments with the relations that they have.

An annotated file has one JSON object a line: ``article``, ``title``, ``date``, ``lang``,
``sentence``, ``entities`` (``text``, ``label``, ``id``) and ``facts`` (``subject``, ``relation``,
``object``, by the entities' ids); an article's sentences stand together.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...schema import Article, Label, Mention, Sentence, entity_id, relation_type
from ...schema.article import Language
from ..article_claims import contexts
from ..context import Context
from ..mentions import MentionFinder
from ..simplify import simplify
from ..train_tagger import gold_spans
from .linear_features import Features, featurize
from .linear_pairs import OUTCOMES, Pairs
from .linear_row import LinearRow

Fact = tuple[str, str, str]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a sentence's pairs, and which outcomes are right (one row a pair)."""

    features: Features
    right: npt.NDArray[np.bool_]


def articles(path: Path, lang: Language) -> Iterator[list[Row]]:
    """The articles of a file, of each the annotated sentences of one language."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    for _, group in groupby(rows, key=lambda row: (row["article"], row["title"])):
        chosen = [row for row in group if row["lang"] == lang]
        if chosen:
            yield chosen


def annotated_mentions(row: Row) -> list[Mention]:
    """The annotated entities where they stand in the sentence."""
    text = simplify(row["sentence"])
    return [
        Mention(text=text[s:e], label=label, id=entity_id(label, key), name=key, start=s, end=e)
        for s, e, label, key in gold_spans(text, row["entities"])
    ]


def found_mentions(rows: Sequence[Row], finder: MentionFinder) -> Iterator[list[Mention]]:
    """What the finder finds; a mention that overlaps an annotated one of its label has its id."""
    reader = finder.article()
    for row in rows:
        known = annotated_mentions(row)
        found = reader.find(row["sentence"], row["lang"], _date(row))
        yield [_known_as(mention, known) for mention in found]


def _known_as(mention: Mention, known: Iterable[Mention]) -> Mention:
    for one in known:
        overlap = one.start < mention.end and mention.start < one.end
        if overlap and one.label == mention.label:
            return mention.model_copy(update={"id": one.id})
    return mention


def _date(row: Row) -> dt.date | None:
    return dt.date.fromisoformat(row["date"]) if row.get("date") else None


def annotated_contexts(rows: Sequence[Row], mentions: Sequence[list[Mention]]) -> list[Context]:
    """What a voter sees of an article's sentences with these mentions."""
    title, lang = rows[0]["title"], rows[0]["lang"]
    article = Article(id=title, title=title, text="", lang=lang, published=_date(rows[0]))
    sentences = [
        Sentence(
            index=index, text=row["sentence"], start=0, end=len(row["sentence"]), lang=lang,
            kind="title" if row["sentence"] == title else "body",
        )
        for index, row in enumerate(rows)
    ]  # fmt: skip
    return contexts(article, sentences, mentions)


def annotated_facts(rows: Sequence[Row]) -> list[set[Fact]]:
    """The facts of each sentence by entity ids, those of symmetric relations both ways."""
    ids = {e["id"]: entity_id(Label(e["label"]), e["id"]) for row in rows for e in row["entities"]}
    found = []
    for row in rows:
        facts = {
            (ids[f["subject"]], f["relation"], ids[f["object"]])
            for f in row["facts"]
            if f["subject"] in ids and f["object"] in ids
        }
        found.append(facts | {(o, r, s) for s, r, o in facts if relation_type(r).symmetric})
    return found


def examples(seen: Iterable[Context], facts: Iterable[set[Fact]]) -> Iterator[Example]:
    """An example for each sentence with a pair that some relation allows."""
    for context, stated in zip(seen, facts, strict=True):
        pairs = Pairs.of(LinearRow.of(context))
        if pairs:
            yield Example(featurize(pairs), _right(pairs, stated))


def _right(pairs: Pairs, stated: set[Fact]) -> npt.NDArray[np.bool_]:
    ids = [argument.id for argument in pairs.row.arguments]
    rows = []
    for i, j in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True):
        ends = {False: (ids[i], ids[j]), True: (ids[j], ids[i])}
        rows.append([(ends[t][0], name, ends[t][1]) in stated for name, t in OUTCOMES])
    return np.array(rows)
