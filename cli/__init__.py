"""Thin commands: each parses, calls one function of a room and prints."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the ``monazite`` command; ends the process with its exit code."""
    from ..errors import MonaziteError
    from .app import app
    from .output import complain

    try:
        app()
    except MonaziteError as error:
        complain(str(error))
        sys.exit(error.exit_code)
