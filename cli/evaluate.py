"""``monazite evaluate``: how good the extraction is on an annotated file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .output import Json, print_json, print_table
from .progress import progress_bar


def evaluate(
    annotated: Annotated[Path, typer.Argument(help="Annotated sentences as JSON lines.")],
    markdown: Annotated[
        Path | None, typer.Option(help="Also write the tables to this Markdown file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Extract from annotated articles and score entities and facts.

    Example: monazite evaluate examples/annotated/annotated.jsonl
    """
    from ..evaluation.run import evaluate as operation
    from ..evaluation.tables import COLUMNS, summary, tables, to_json, write_markdown

    with progress_bar("extracting") as progress:
        report = operation(annotated, progress=progress)
    if markdown:
        write_markdown(report, annotated.name, markdown)
    if as_json:
        print_json(to_json(report))
        return
    typer.echo(summary(report))
    for table in tables(report):
        print_table(COLUMNS, table.rows, title=table.title)
