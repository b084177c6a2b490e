"""Extract from an annotated file and score what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..extract.pipeline import Extractor
from ..extract.read import Problem, read_paths
from .gold import read_gold
from .report import Extraction, Report, score_extractions


def evaluate(
    annotated: Path,
    *,
    progress: Callable[[str, int, int | None], None] = lambda step, done, total: None,
) -> Report:
    """Score the extractor on a file of annotated sentences.

    The articles are put together from their sentences; the annotation itself is not looked at by
    the extractor. Raises :class:`InputError` where the file is no annotated file.
    """
    gold = read_gold(annotated)
    problems: list[Problem] = []
    found = []
    for extracted in Extractor().extract(read_paths([annotated], problems)):
        mentions = [mention for sentence in extracted.mentions for mention in sentence]
        found.append(Extraction(extracted.article.title, mentions, extracted.claims))
        progress("extracting", len(found), len(gold))
    return score_extractions(gold, found)
