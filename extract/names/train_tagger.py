"""Trains the taggers: ``python -m monazite.extract.names.train_tagger FOLDER`` of annotated files.

Averaged structured perceptron. Every annotated file counts, whichever language it is in; the
weights are written beside this module. Those that ship were trained on nine sets of whole annotated
articles and two of single sentences, each by another hand; two further sets (16 articles, 115
single sentences) were kept apart and judge them.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...schema import Label, entity_id
from ...schema.article import Language
from ..gazetteer import load_gazetteer
from ..gazetteer.fold import is_word
from ..simplify import simplify
from .known import Known, KnownNames
from .link import remember
from .sight import Sight, look
from .tag_features import featurize
from .tag_templates import BITS, TEMPLATES, Indices
from .tagger import TAGS, Scores, Tagger, allowed_transitions

EPOCHS = 12
SEEDS = 3
SMALLEST = 0.6


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as features (one row a token) with the right tag of each token."""

    lang: Language
    indices: Indices
    tags: list[int]


def gold_spans(text: str, entities: Iterable[dict[str, str]]) -> list[tuple[int, int, Label, str]]:
    """Where the annotated entities stand: each listed once is marked wherever its text returns."""
    taken = bytearray(len(text))
    found = []
    for entity in sorted(entities, key=lambda e: -len(e["text"])):
        surface = simplify(entity["text"])
        for match in re.finditer(re.escape(surface), text):
            start, end = match.span()
            cut = (start and is_word(text[start - 1]) and is_word(text[start])) or (
                end < len(text) and is_word(text[end]) and is_word(text[end - 1])
            )
            if not cut and not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append((start, end, Label(entity["label"]), entity["id"]))
    return sorted(found)


def examples(paths: Iterable[Path]) -> Iterator[Example]:
    """The sentences of annotated files, in order, each article with its own memory."""
    gazetteer = load_gazetteer()
    for path in paths:
        article, names, ids = "", KnownNames(), set[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            if row["article"] != article:
                article, names, ids = row["article"], KnownNames(), set()
            text = simplify(row["sentence"])
            sight = look(text, row["lang"], gazetteer, names, ids)
            gold = gold_spans(text, row["entities"])
            tags = _tags(sight, gold)
            yield Example(
                row["lang"], featurize(sight.words, sight.marks, sight.known, sight.clues), tags
            )
            ids.update(_named(sight, gold))
            for start, end, label, key in gold:
                remember(names, text[start:end], Known(label, entity_id(label, key), key))


def _named(sight: Sight, gold: list[tuple[int, int, Label, str]]) -> Iterator[str]:
    right = {(start, end, label) for start, end, label, _ in gold}
    return (c.id for c in sight.listed if (c.start, c.end, c.label) in right)


def _tags(sight: Sight, gold: list[tuple[int, int, Label, str]]) -> list[int]:
    tags = [0] * len(sight.offsets)
    for start, end, label, _ in gold:
        prefix = "B"
        for i, (s, e) in enumerate(sight.offsets):
            if start <= s and e <= end:
                tags[i] = TAGS.index(f"{prefix}-{label}")
                prefix = "I"
    return tags


class Perceptron:
    """Structured perceptron with the average of all its weights over time."""

    def __init__(self) -> None:
        self.weights = np.zeros((1 << BITS, len(TAGS)), dtype=np.float32)
        self.transitions = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
        self._late_weights, self._late_transitions = self.weights.copy(), self.transitions.copy()
        self._limits = allowed_transitions()
        self._time = 1

    def learn(self, example: Example) -> None:
        """Moves towards the right tags of one sentence where the best ones are wrong."""
        self._time += 1
        tagger = Tagger(self.weights, self.transitions + self._limits)
        guess = tagger.decode(self.weights[example.indices].sum(axis=1))
        for tags, step in ((example.tags, 1.0), (guess, -1.0)):
            if example.tags == guess:
                return
            rows = example.indices.ravel()
            columns = np.repeat(np.asarray(tags), len(TEMPLATES))
            self._move(self.weights, self._late_weights, (rows, columns), step)
            pair = (np.asarray(tags[:-1], dtype=int), np.asarray(tags[1:], dtype=int))
            self._move(self.transitions, self._late_transitions, pair, step)

    def _move(self, table: Scores, late: Scores, at: tuple[Any, Any], step: float) -> None:
        np.add.at(table, at, np.float32(step))
        np.add.at(late, at, np.float32(step * self._time))

    def averaged(self) -> tuple[Scores, Scores]:
        """Weights and transitions averaged over all sentences seen."""
        time = np.float32(self._time)
        return (
            (self.weights - self._late_weights / time).astype(np.float32),
            (self.transitions - self._late_transitions / time).astype(np.float32),
        )


def train(data: list[Example], epochs: int = EPOCHS) -> tuple[Scores, Scores]:
    """Averaged weights and transitions after some rounds over the shuffled sentences."""
    results = [_train_once(list(data), epochs, seed) for seed in range(SEEDS)]
    weights, transitions = (np.mean(parts, axis=0) for parts in zip(*results, strict=True))
    return weights.astype(np.float32), transitions.astype(np.float32)


def _train_once(data: list[Example], epochs: int, seed: int) -> tuple[Scores, Scores]:
    perceptron, order = Perceptron(), random.Random(seed)  # noqa: S311 - shuffling, no secret
    for _ in range(epochs):
        order.shuffle(data)
        for example in data:
            if example.tags:
                perceptron.learn(example)
    return perceptron.averaged()


def save(path: Path, weights: Scores, transitions: Scores) -> None:
    """Writes the rows that matter, in eight bits."""
    scale = np.float32(127 / max(1.0, float(np.abs(weights).max())))
    rows = np.flatnonzero(np.abs(weights).max(axis=1) >= SMALLEST)
    small = np.rint(weights[rows] * scale).astype(np.int8)
    np.savez_compressed(
        path, rows=rows.astype(np.int32), weights=small, transitions=transitions * scale
    )


def main(folder: Path) -> None:
    """Trains on every annotated file below ``folder`` and writes ``tagger-<lang>.npz``."""
    data = list(examples(sorted(folder.rglob("*.jsonl"))))
    for lang in ("en", "zh"):
        weights, transitions = train([e for e in data if e.lang == lang])
        save(Path(__file__).with_name(f"tagger-{lang}.npz"), weights, transitions)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
