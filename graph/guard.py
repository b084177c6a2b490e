"""Refuse a rebuild that would make the graph collapse: an input that went missing, most likely."""

from __future__ import annotations

from ..errors import RebuildRefused
from .plan import Plan

REFUSED_SHARE = 0.30
LEAST_REMOVED = 20


def require_no_collapse(plan: Plan, share: float = REFUSED_SHARE) -> None:
    """Raise :class:`RebuildRefused` when a label or type would lose more than ``share`` of it.

    Fewer than 20 removed of a label or type are always allowed.
    """
    for name, counts in {**plan.nodes, **plan.edges}.items():
        if counts.remove >= LEAST_REMOVED and counts.remove > share * counts.before:
            raise RebuildRefused(
                f"the rebuild would remove {counts.remove} of {counts.before} {name} "
                f"({counts.remove / counts.before:.0%}; allowed are {share:.0%}); check that no "
                "input is missing, or allow it with --allow-shrink."
            )
