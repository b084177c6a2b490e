"""A folder served over HTTP to pages of other ports, as Neo4j Browser is one."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ..errors import CannotServe


class _Handler(SimpleHTTPRequestHandler):
    """Files with leave for every page to read them; the Browser asks first, by OPTIONS."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "pragma, cache-control")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""


def server_of(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of ``folder``, bound and not yet serving; port 0 takes a free one.

    Raises :class:`CannotServe`.
    """
    try:
        return ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise CannotServe(f"{host}:{port}", error) from None
