"""``monazite config``: which settings are in force and where they come from."""

from __future__ import annotations

import typer

from .output import Json, print_json, print_table


def config(context: typer.Context, as_json: Json = False) -> None:
    """Show the settings in force; the password is never shown.

    Example: NEO4J_URI=bolt://localhost:7687 monazite config
    """
    from ..operations.config import settings_in_force

    settings = settings_in_force(context.obj)
    if as_json:
        print_json([setting._asdict() for setting in settings])
    else:
        print_table(("setting", "value", "from"), settings)
