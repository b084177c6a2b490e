"""``monazite status``: what the claim store and the graph hold."""

from __future__ import annotations

import typer

from .output import Json, print_json, print_pairs


def status(context: typer.Context, as_json: Json = False) -> None:
    """Show what is stored, which graph is used, and how the last builds went.

    Example: monazite status --json
    """
    from ..operations.status import status as operation

    report = operation(context.obj)
    if as_json:
        print_json(report)
    else:
        print_pairs(report.items())
