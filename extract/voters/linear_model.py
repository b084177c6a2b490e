"""The linear voter's weights: loaded when first asked for, and refused where they are not right."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...schema.article import Language
from .linear_features import BITS, Features

Weights: TypeAlias = npt.NDArray[np.float32]
_REMEDY = "install the package again or train anew (see train_linear.py)"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of the features for each outcome.

    ``slots`` maps a feature to its row of ``weights`` (row 0, all zero, for those without weight).
    The probability of an outcome is the logistic of ``slope`` times its sum plus ``intercept``;
    below ``least`` it is no vote.
    """

    slots: npt.NDArray[np.int32]
    weights: Weights
    slope: float
    intercept: float
    least: float

    def probabilities(self, features: Features) -> Weights:
        """One row a pair, one column an outcome; 0 where the labels do not allow it."""
        sums = self.weights[self.slots[features.fixed]].sum(axis=1)
        near = self.weights[self.slots[features.bag]].sum(axis=1)
        sums += np.add.reduceat(near, features.bounds, axis=0)
        chances = 1 / (1 + np.exp(-(self.slope * sums + self.intercept)))
        return np.where(features.pairs.allowed, chances, np.float32(0)).astype(np.float32)

    def telling(self, features: Features, pair: int, outcome: int) -> int:
        """The token near a pair that speaks most for an outcome."""
        end = features.bounds[pair + 1] if pair + 1 < len(features.bounds) else len(features.bag)
        rows = slice(features.bounds[pair], end)
        weights = self.weights[self.slots[features.bag[rows]], outcome].sum(axis=1)
        ends = np.isin(features.tokens[rows], features.pairs.row.places)
        return int(features.tokens[rows][np.where(ends, -np.inf, weights).argmax()])


@cache
def load_model(lang: Language, folder: Traversable | None = None) -> LinearModel:
    """The model of one language, by default the package's own; :class:`InputError` if damaged."""
    place = folder or files(__package__ or "monazite.extract.voters")
    card = json.loads((place / "linear.json").read_text(encoding="utf-8"))[lang]
    name = f"linear-{lang}.npz"
    content = (place / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != card["sha256"]:
        raise InputError(f"{name} is not the file that linear.json describes: {_REMEDY}.")
    with np.load(io.BytesIO(content)) as stored:
        rows, packed = stored["rows"], stored["weights"]
    slots = np.zeros(1 << BITS, dtype=np.int32)
    slots[rows] = np.arange(1, len(rows) + 1)
    weights = np.zeros((len(rows) + 1, packed.shape[1]), dtype=np.float32)
    weights[1:] = packed * np.float32(card["scale"])
    return LinearModel(slots, weights, card["slope"], card["intercept"], card["least"])
