"""Refuse a rebuild that would make the graph collapse: an input that went missing, most likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..errors import RebuildRefused
from .comparison import Counts
from .plan import Plan

SHRINK_PERCENT = 30.0
LEAST_REMOVED = 20


@dataclass(frozen=True)
class Limits:
    """What a rebuild may not do to a label or type unless it is ``allowed`` by name.

    ``shrink_percent``: lose more than this of it (fewer than 20 removed are always allowed);
    ``minimum``: leave fewer than so many of it.
    """

    shrink_percent: float = SHRINK_PERCENT
    minimum: Mapping[str, int] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()


def require_no_collapse(plan: Plan, limits: Limits) -> None:
    """Raise :class:`RebuildRefused`, naming every label and type that goes beyond its limit."""
    counted = {**plan.nodes, **plan.edges}
    over = {n: why for n, c in counted.items() for why in _over(n, c, limits)}
    refused = {name: why for name, why in over.items() if name not in limits.allowed}
    if refused:
        flags = " ".join(f"--allow-shrink {name}" for name in refused)
        raise RebuildRefused(
            f"the rebuild would {' and '.join(refused.values())}; check that no input is missing, "
            f"or allow it with {flags}."
        )


def _over(name: str, counts: Counts, limits: Limits) -> Iterator[str]:
    share = 100 * counts.remove / counts.before if counts.before else 0
    if counts.remove >= LEAST_REMOVED and share > limits.shrink_percent:
        yield (
            f"remove {counts.remove:,} of {counts.before:,} {name} "
            f"({share:.0f} %; allowed are {limits.shrink_percent:g} %)"
        )
    elif counts.after < limits.minimum.get(name, 0):
        yield f"leave {counts.after:,} {name} (at least {limits.minimum[name]:,} are wanted)"
