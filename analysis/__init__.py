"""What Cypher cannot say: functions on a networkx graph.

Each takes the directed graph that :meth:`monazite.client.Graph.to_networkx` returns (an edge runs
from what supplies to what depends) and gives a typed result with ``records()`` for tables. All
hold to the rules of :mod:`.routes`, as the queries do, but look at routes of any length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .cuts import MinimumCut, minimum_cut
    from .dominators import Chokepoints, single_points_of_failure
    from .losses import Loss, n_minus_one

__all__ = [
    "Chokepoints",
    "Loss",
    "MinimumCut",
    "minimum_cut",
    "n_minus_one",
    "single_points_of_failure",
]

_HOMES = {
    "Chokepoints": ".dominators",
    "single_points_of_failure": ".dominators",
    "MinimumCut": ".cuts",
    "minimum_cut": ".cuts",
    "Loss": ".losses",
    "n_minus_one": ".losses",
}

__getattr__ = lazily(__name__, _HOMES)
