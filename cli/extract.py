"""``monazite extract``: articles to claims, without a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .output import EXIT_PARTLY, complain
from .progress import progress_bar


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Article files or folders.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="JSON lines file to write.")],
) -> None:
    """Write each sentence's mentions and claims as JSON lines.

    Example: monazite extract articles/ -o claims.jsonl
    """
    from ..operations.extract import extract_to_file

    with progress_bar("reading articles") as progress:
        report = extract_to_file(paths, output, progress=progress)
    for problem in report.problems:
        complain(str(problem))
    typer.echo(
        f"{report.articles} articles, {report.sentences} sentences, "
        f"{report.claims} claims -> {output}"
    )
    if report.problems:
        raise typer.Exit(EXIT_PARTLY)
