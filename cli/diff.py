"""``monazite diff``: what became of the facts between two builds."""

from __future__ import annotations

from typing import Annotated

import typer

from .output import Json, console, print_json, print_table

_COLUMNS = ("kind", "subject", "relation", "object", "before", "after", "fact")
_UID_SHOWN = 8


def diff(
    context: typer.Context,
    first: Annotated[int, typer.Argument(metavar="BUILD", help="A build's number.")],
    second: Annotated[int, typer.Argument(metavar="BUILD", help="Another build's.")],
    as_json: Json = False,
) -> None:
    """Show the facts that are new, changed or gone from one build to another.

    monazite status shows the builds and their numbers.

    Example: monazite diff 3 5
    """
    from ..operations.diff import diff as operation

    found = operation(first, second, context.obj)
    if as_json:
        print_json([difference._asdict() for difference in found])
    elif found:
        print_table(_COLUMNS, [(*told[:-1], told.fact[:_UID_SHOWN]) for told in found])
    else:
        console().print(f"Builds {first} and {second} hold the same facts.")
