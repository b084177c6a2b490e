"""The linear voter: a logistic regression over hashed words near every pair of arguments."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...schema.article import Language
from ..context import Context, Vote
from .linear_features import Features, featurize
from .linear_model import LinearModel, load_model
from .linear_pairs import OUTCOMES, Pairs
from .linear_row import LinearRow


class LinearVoter:
    """Votes of the trained weights; the vote's score is a probability.

    ``model`` is the one for all sentences, by default the package's own of their language.
    """

    name = "linear"
    languages: frozenset[Language] = frozenset({"en", "zh"})

    def __init__(self, model: LinearModel | None = None) -> None:
        self._model = model

    def votes(self, context: Context) -> Iterator[Vote]:
        """The facts that are likely enough, each once, where it is likeliest."""
        if len(context.arguments) < 2:
            return
        pairs = Pairs.of(LinearRow.of(context))
        if pairs is None:
            return
        model = self._model or load_model(context.sentence.lang)
        features = featurize(pairs)
        chances = model.probabilities(features)
        best: dict[tuple[str, str, str], Vote] = {}
        for pair, outcome in np.argwhere(chances >= model.least).tolist():
            vote = _vote(features, pair, outcome, float(chances[pair, outcome]), model)
            key = vote.subject.id, vote.relation, vote.object.id
            if key not in best or best[key].score < vote.score:
                best[key] = vote
        yield from best.values()


def _vote(features: Features, pair: int, outcome: int, score: float, model: LinearModel) -> Vote:
    row = features.pairs.row
    first = row.arguments[features.pairs.first[pair]]
    second = row.arguments[features.pairs.second[pair]]
    relation, turned = OUTCOMES[outcome]
    subject, object_ = (second, first) if turned else (first, second)
    trigger = row.spans[model.telling(features, pair, outcome)]
    return Vote("linear", subject, relation, object_, trigger, score)
