"""``monazite browser-assets``: favourites, style and guide for Neo4j Browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .output import complain


def browser_assets(
    folder: Annotated[Path, typer.Argument(help="Folder to write to; made where missing.")] = Path(
        "neo4j-browser"
    ),
    serve: Annotated[
        bool, typer.Option("--serve", help="Serve the folder until stopped, for :guide.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to serve at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to serve at.", min=0, max=65535)] = 7475,
) -> None:
    """Write every query as a favourite, a style and a guide for Neo4j Browser.

    Example: monazite browser-assets --serve
    """
    from ..operations.browser_assets import GUIDE, write_browser_assets

    written = write_browser_assets(folder)
    typer.echo(f"{len(written)} files -> {folder}")
    if serve:
        _serve(folder, host, port, GUIDE)


def _serve(folder: Path, host: str, port: int, page: str) -> None:
    from ..operations.serving import server_of

    with server_of(folder, host, port) as server:
        complain(f"in Neo4j Browser: :guide http://localhost:{server.server_port}/{page}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            complain("stopped.")
