"""``monazite build``: articles to claims to the graph."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .output import EXIT_PARTLY, Json, complain, print_json, print_pairs
from .progress import progress_bar

if TYPE_CHECKING:
    from ..operations.build import BuildReport


def build(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Article files or folders.")],
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Show what the graph would gain and lose; write none of it."
        ),
    ] = False,
    allow_shrink: Annotated[
        bool, typer.Option("--allow-shrink", help="Accept a plan that removes much of the graph.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read articles, extract claims, and bring the graph up to date.

    Articles that were built before are not extracted again.

    Example: monazite build articles/ --dry-run
    """
    from ..operations.build import build as operation

    with progress_bar("reading articles") as progress:
        report = operation(
            paths,
            context.obj,
            dry_run=dry_run,
            allow_shrink=allow_shrink,
            progress=progress,
        )
    for problem in report.problems:
        complain(str(problem))
    _print(report, as_json)
    if report.problems:
        raise typer.Exit(EXIT_PARTLY)


def _print(report: BuildReport, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(report), "problems": [str(p) for p in report.problems]})
    else:
        print_pairs(report.lines())
