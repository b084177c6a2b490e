"""How commands print: answers on standard output, everything about the work on standard error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from ..client.result import Result

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

EXIT_PARTLY = 4


def console(*, stderr: bool = False) -> Console:
    """A console that takes text as it is: nothing in an answer is mark-up."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def complain(sentence: str) -> None:
    """Say on standard error what went wrong."""
    from ..client.cells import text

    console(stderr=True).print(f"monazite: {text(sentence)}", soft_wrap=True)


def print_json(value: object) -> None:
    """Print JSON with dates as ISO strings and Chinese as it is."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def print_pairs(pairs: Iterable[tuple[str, object]]) -> None:
    """Print names and values as two aligned columns."""
    from ..client.cells import text

    rows = [(name, text(str(value))) for name, value in pairs]
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        console().print(f"{name:<{width}}  {value}", soft_wrap=True)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None
) -> None:
    """Print rows as a table that fits the terminal."""
    from rich.table import Table
    from rich.text import Text

    from ..client.cells import text

    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(text(cell)) for cell in row))
    console().print(table)


def print_result(result: Result, *, as_json: bool) -> None:
    """Print a query's answer: a table with its note, or ``{"columns", "rows"}``."""
    if as_json:
        print_json(result.to_json())
    else:
        console().print(result)
