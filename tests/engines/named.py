"""A Neo4j named by the environment. The tests empty it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .lines import Line
from .server import USER, Missing, Server

VARIABLE = "MONAZITE_TEST_NEO4J_URI"


@contextmanager
def named(line: Line, _folder: Path, _download: bool) -> Iterator[Server]:
    """The server that the environment names, if it is of this line."""
    uri = os.environ.get(VARIABLE)
    if not uri:
        raise Missing(f"{VARIABLE} is not set")
    password = os.environ.get("MONAZITE_TEST_NEO4J_PASSWORD", "")
    server = Server(uri, password, os.environ.get("MONAZITE_TEST_NEO4J_USERNAME", USER))
    version = server.version()
    if not line.has(version):
        raise Missing(f"{VARIABLE} names a Neo4j {version}")
    yield server
