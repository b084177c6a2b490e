"""Trains the linear voter: ``python -m monazite.extract.voters.train_linear FILES... -o FOLDER``.

FILES are annotated articles (see :mod:`.linear_examples`), best one file an annotator; both
languages may be mixed. FOLDER gets ``linear-en.npz``, ``linear-zh.npz`` and ``linear.json``, which
holds their hashes, how sums become probabilities, and what they were trained on. Needs the extra
``train``. Every sentence is learned twice, with its annotated and with its found mentions. How
sums become probabilities is learned on each file in turn with weights that have not seen it.

The weights that come with the package were trained on whole news articles written and annotated
for this project, English by five and Chinese by four hands, and on single sentences beside them;
how many is said in ``linear.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...schema.article import Language
from ..mentions import MentionFinder
from .linear_examples import (
    Example,
    annotated_contexts,
    annotated_facts,
    annotated_mentions,
    articles,
    examples,
    found_mentions,
)
from .linear_fit import Data, calibrate, fit, join
from .linear_model import Weights

SMALLEST = 0.02
LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Hand:
    """One annotated file: its sentences with annotated and with found mentions."""

    sentences: int
    annotated: Data
    found: Data


def read_hand(path: Path, lang: Language, finder: MentionFinder) -> Hand | None:
    """The sentences of one language of a file; ``None`` where it has none to learn from."""
    both: tuple[list[Example], list[Example]] = ([], [])
    sentences = 0
    for rows in articles(path, lang):
        facts = annotated_facts(rows)
        views = [annotated_mentions(row) for row in rows], list(found_mentions(rows, finder))
        for kept, mentions in zip(both, views, strict=True):
            kept.extend(examples(annotated_contexts(rows, mentions), facts))
        sentences += len(rows)
    return Hand(sentences, join(both[0]), join(both[1])) if all(both) else None


def train(hands: Sequence[Hand]) -> tuple[Weights, float, float]:
    """Weights from all hands, and slope and intercept of the logistic, each hand left out once."""
    weights = fit([data for hand in hands for data in (hand.annotated, hand.found)])
    sums: list[npt.NDArray[np.float32]] = []
    right: list[npt.NDArray[np.bool_]] = []
    for left_out in hands if len(hands) > 1 else ():
        others = [d for h in hands if h is not left_out for d in (h.annotated, h.found)]
        data = left_out.found
        sums.append((data.features @ fit(others))[data.allowed])
        right.append(data.right[data.allowed])
    slope, intercept = (
        calibrate(np.concatenate(sums), np.concatenate(right)) if sums else (1.0, 0.0)
    )
    return weights, slope, intercept


def save(folder: Path, lang: Language, weights: Weights) -> dict[str, Any]:
    """Writes the rows that matter in eight bits; the file's hash and the scale of its numbers."""
    scale = float(np.abs(weights).max()) / 127
    rows = np.flatnonzero(np.abs(weights).max(axis=1) >= SMALLEST).astype(np.int32)
    path = folder / f"linear-{lang}.npz"
    np.savez_compressed(path, rows=rows, weights=np.rint(weights[rows] / scale).astype(np.int8))
    return {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "scale": scale}


def train_files(paths: Sequence[Path], folder: Path) -> None:
    """Trains both languages as far as the files have them and writes what the voter loads."""
    finder, card = MentionFinder(), {}
    languages: tuple[Language, ...] = ("en", "zh")
    for lang in languages:
        hands = [hand for path in paths if (hand := read_hand(path, lang, finder))]
        if hands:
            weights, slope, intercept = train(hands)
            card[lang] = {
                **save(folder, lang, weights),
                "slope": slope,
                "intercept": intercept,
                "least": LEAST,
                "trained_on": {"files": len(hands), "sentences": sum(h.sentences for h in hands)},
            }
    (folder / "linear.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Train the linear voter on annotated files.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent)
    given = parser.parse_args()
    train_files(given.files, given.output)


if __name__ == "__main__":
    main()
