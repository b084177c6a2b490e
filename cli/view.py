"""``monazite view``: a picture of the supply chain between two entities."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def view(
    context: typer.Context,
    source: Annotated[str, typer.Option(help="Where the chain starts: a name or an id.")],
    target: Annotated[str, typer.Option(help="What depends on it: a name or an id.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file to write.")],
    max_hops: Annotated[int, typer.Option(help="Longest path.", min=1, max=6)] = 5,
    limit: Annotated[int, typer.Option(help="Most paths to draw, the best first.", min=1)] = 12,
    min_belief: Annotated[float, typer.Option(help="Least belief of an edge.", min=0, max=1)] = 0.5,
) -> None:
    """Draw the dependency paths between two entities as one HTML file that needs no network.

    Example: monazite view --source China --target F-35 -o f35.html
    """
    from ..client import connect

    with connect(context.obj) as graph:
        answer = graph.query(
            "dependency-paths",
            source=source,
            target=target,
            max_hops=max_hops,
            min_belief=min_belief,
            limit=limit,
        )
        typer.echo(f"{len(answer)} paths -> {answer.show(output)}")
