"""The command ``monazite``: its global options and the list of its commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .analyse import analyse
from .browser_assets import browser_assets
from .build import build
from .config import config
from .diff import diff
from .evaluate import evaluate
from .evidence import evidence
from .extract import extract
from .queries import queries
from .query import QueryGroup
from .rebuild import rebuild
from .schedule import schedule
from .status import status
from .view import view

HELP = """A sourced knowledge graph of rare-earth and critical-minerals supply chains.

Example: monazite build articles/ && monazite query dependency-paths --source China --target F-35

Exit codes: 0 done; 1 failed; 2 wrong use or unknown name; 3 no input could be read; 4 part of the
input was refused, the rest is built; 5 the graph store cannot be used; 6 the claim store cannot be
used; 7 refused, because too much of the graph would be removed; 8 another rebuild holds the graph.
"""

app = typer.Typer(
    name="monazite",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(f"monazite {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(
            envvar="MONAZITE_HOME", help="Folder of the claim store and the embedded graph."
        ),
    ] = None,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""
    context.obj = home


COMMANDS = (
    build, rebuild, diff, extract, queries, evidence, view, evaluate, status, config, schedule,
    browser_assets,
)  # fmt: skip

for command in COMMANDS:
    app.command()(command)

app.add_typer(
    analyse,
    name="analyse",
    help="Single points of failure, minimum cut, and what each loss would do.",
)
app.add_typer(
    typer.Typer(cls=QueryGroup, no_args_is_help=True, rich_markup_mode=None),
    name="query",
    help="Answer a question of the catalogue; each has options of its own.\n\n"
    "Example: monazite query dependency-paths --source China --target F-35 --max-hops 4",
)
