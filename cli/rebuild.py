"""``monazite rebuild``: the graph from the claim store and the configured inputs."""

from __future__ import annotations

import typer

from ..graph.lease import WAIT_SECONDS
from .output import Json
from .rebuild_options import AllowShrink, DryRun, Full, Wait, run_build


def rebuild(
    context: typer.Context,
    dry_run: DryRun = False,
    full: Full = False,
    allow_shrink: AllowShrink = None,
    wait: Wait = WAIT_SECONDS,
    as_json: Json = False,
) -> None:
    """Bring the graph up to what is stored, and to what is new in MONAZITE_INPUTS.

    MONAZITE_INPUTS names files and folders of articles, separated as in PATH; without it the graph
    is built from the claims that are stored. For a schedule; ends with 7 where the rebuild is
    refused, with 8 where another one holds the graph.

    Example: MONAZITE_INPUTS=/srv/articles monazite rebuild --json
    """
    from ..operations.load_settings import configured_inputs, load_settings

    load = load_settings(dry_run=dry_run, full=full, allow_shrink=allow_shrink or (), wait_s=wait)
    run_build(configured_inputs(), context.obj, load, as_json=as_json)
