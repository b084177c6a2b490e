"""``monazite status``: what the claim store and the graph hold."""

from __future__ import annotations

import typer

from .output import Json, complain, print_json, print_pairs


def status(context: typer.Context, as_json: Json = False) -> None:
    """Show what is stored, which graph is used, and how the last builds went.

    Ends with 5 where the graph cannot be read.

    Example: monazite status --json
    """
    from ..errors import StoreError
    from ..operations.status import status as operation

    report = operation(context.obj)
    if as_json:
        print_json(report)
    else:
        print_pairs((name, value) for name, value in report.items() if name != "problem")
    if "problem" in report:
        complain(str(report["problem"]))
        raise typer.Exit(StoreError.exit_code)
