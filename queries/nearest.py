"""The names that a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST_SCORE = 60.0


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """At most ``most`` of the ``known`` names that look like ``name``, the likest first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        name,
        sorted(set(known)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=most,
        score_cutoff=_LEAST_SCORE,
    )
    return [text for text, _, _ in found]
