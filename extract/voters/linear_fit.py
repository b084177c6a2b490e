"""Fits the linear voter's weights: one logistic regression an outcome, all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import MissingExtra
from .linear_examples import Example
from .linear_features import BITS
from .linear_model import Weights

EPOCHS = 3
RATE = 0.02
DECAY = 1e-5
BATCH = 64


@dataclass(frozen=True, slots=True)
class Data:
    """Pairs as a sparse matrix of features (CSR), the right outcomes, and the allowed ones."""

    features: Any
    right: npt.NDArray[np.bool_]
    allowed: npt.NDArray[np.bool_]


def _sparse() -> Any:
    try:
        from scipy import sparse
    except ImportError as error:
        raise MissingExtra("scikit-learn", "train", "training the linear voter") from error
    return sparse


def join(examples: Sequence[Example]) -> Data:
    """The pairs of many sentences as one matrix."""
    found = [row for example in examples for row in _rows(example)]
    bounds = np.cumsum([0, *(len(row) for row in found)])
    columns = np.concatenate(found)
    ones = np.ones(len(columns), dtype=np.float32)
    matrix = _sparse().csr_matrix((ones, columns, bounds), shape=(len(found), 1 << BITS))
    matrix.sum_duplicates()
    return Data(
        matrix,
        np.concatenate([example.right for example in examples]),
        np.concatenate([example.features.pairs.allowed for example in examples]),
    )


def _rows(example: Example) -> list[npt.NDArray[np.int64]]:
    features = example.features
    bags = np.split(features.bag, features.bounds[1:])
    return [
        np.concatenate((fixed, bag.ravel()))
        for fixed, bag in zip(features.fixed, bags, strict=True)
    ]


def fit(parts: Sequence[Data]) -> Weights:
    """Weights of every feature for every outcome, by AdaGrad in small batches."""
    matrix = _sparse().vstack([part.features for part in parts], format="csr")
    right = np.concatenate([part.right for part in parts]).astype(np.float32)
    allowed = np.concatenate([part.allowed for part in parts]).astype(np.float32)
    weights = np.zeros((matrix.shape[1], right.shape[1]), dtype=np.float32)
    squares = np.full_like(weights, 1e-6)
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        shuffled = order.permutation(len(right))
        for batch in np.array_split(shuffled, max(1, len(right) // BATCH)):
            _step(matrix[batch], right[batch], allowed[batch], weights, squares)
    return weights


def _step(
    matrix: Any, right: Weights, allowed: Weights, weights: Weights, squares: Weights
) -> None:
    seen = np.unique(matrix.indices)
    chosen = matrix[:, seen]
    chances = 1 / (1 + np.exp(-(chosen @ weights[seen])))
    slope = chosen.T @ ((chances - right) * allowed) + DECAY * len(right) * weights[seen]
    squares[seen] += slope * slope
    weights[seen] -= RATE * slope / np.sqrt(squares[seen])


def calibrate(sums: npt.NDArray[np.float32], right: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and intercept of the logistic that turns sums into probabilities (Platt)."""
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=1e6).fit(sums[:, None], right)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
