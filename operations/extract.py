"""``monazite extract``: articles become JSON lines of mentions and claims."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import OutputError
from ..extract.jsonl import write_jsonl
from ..extract.pipeline import Extractor
from ..extract.read import Problem
from .reading import Inputs, Progress, silent


@dataclass
class ExtractReport:
    """How much was written, and what could not be read."""

    articles: int = 0
    sentences: int = 0
    claims: int = 0
    problems: list[Problem] = field(default_factory=list)


def extract_to_file(
    paths: Iterable[Path],
    output: Path,
    *,
    progress: Progress = silent,
) -> ExtractReport:
    """Write one JSON object a sentence to ``output``; what stood there is replaced at the end.

    Raises :class:`InputError` where no article could be read, :class:`OutputError` where the file
    cannot be written.
    """
    inputs = Inputs(paths, progress)
    report = ExtractReport()
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8") as lines:
            for found in Extractor().extract(inputs):
                report.articles += 1
                report.sentences += len(found.sentences)
                report.claims += len(found.claims)
                lines.writelines(write_jsonl([found]))
        inputs.require_any()
        unfinished.replace(output)
    except OSError as error:
        raise OutputError(output, error) from None
    finally:
        with suppress(OSError):
            unfinished.unlink()
    report.problems = inputs.problems
    return report
