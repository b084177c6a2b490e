"""``monazite build``: articles to claims to the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..graph.lease import WAIT_SECONDS
from .output import Json
from .rebuild_options import AllowShrink, DryRun, Full, Wait, run_build


def build(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Article files or folders.")],
    dry_run: DryRun = False,
    full: Full = False,
    allow_shrink: AllowShrink = None,
    wait: Wait = WAIT_SECONDS,
    as_json: Json = False,
) -> None:
    """Read articles, extract claims, and bring the graph up to date.

    Articles that were built before are not extracted again.

    Example: monazite build articles/ --dry-run
    """
    from ..operations.load_settings import load_settings

    load = load_settings(dry_run=dry_run, full=full, allow_shrink=allow_shrink or (), wait_s=wait)
    run_build(paths, context.obj, load, as_json=as_json)
