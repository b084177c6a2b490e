"""``monazite evidence``: the sentences behind an edge."""

from __future__ import annotations

from typing import Annotated

import typer

from .output import Json, print_result


def evidence(
    context: typer.Context,
    fact: Annotated[str, typer.Argument(help="A fact's uid, or its first characters.")],
    as_json: Json = False,
) -> None:
    """Show the sentences that state a fact, with their articles.

    Example: monazite evidence 3f2a1c
    """
    from ..client import connect

    with connect(context.obj) as graph:
        print_result(graph.evidence(fact), as_json=as_json)
