"""The options that ``build`` and ``rebuild`` share, and the way both run and print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .output import EXIT_PARTLY, complain, print_json, print_pairs
from .progress import progress_bar

if TYPE_CHECKING:
    from ..operations.load import Load
    from ..operations.report import BuildReport

DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Show what the graph would gain and lose; write none of it."),
]
Full = Annotated[
    bool,
    typer.Option("--full", help="Compare every node and edge, also where no claim is new."),
]
AllowShrink = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-shrink",
        metavar="NAME",
        help="A label or relationship type that may lose much, or all; may be repeated.",
    ),
]
Wait = Annotated[
    float,
    typer.Option("--wait", metavar="SECONDS", help="How long to wait for another rebuild."),
]


def run_build(paths: Iterable[Path], home: Path | None, load: Load, *, as_json: bool) -> None:
    """Build with a progress bar and print the report."""
    from ..operations.build import build

    with progress_bar("reading articles") as progress:
        report = build(paths, home, load, progress=progress)
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
