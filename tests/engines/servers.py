"""The Neo4j servers of one test run: each started when a test first asks for it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from .container import container
from .lines import LINES, Line
from .local import local
from .named import named
from .server import Missing, Server

WAYS = (named, container, local)
REQUIRED = "MONAZITE_REQUIRE_ENGINES"


class NoServer(pytest.skip.Exception):
    """Skips a test: its Neo4j cannot be had here."""


class Servers:
    """A mapping from a release line ("5.26", "2026") to its server.

    What cannot be had skips the test that asks for it, with the reasons. Where
    ``MONAZITE_REQUIRE_ENGINES`` is set, servers are started, with images and jars that are fetched,
    and the test fails instead; without it only a server that is named is used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._download = bool(os.environ.get(REQUIRED))
        self._open = ExitStack()
        self._answers: dict[str, Server | str] = {}

    def __getitem__(self, name: str) -> Server:
        if name not in self._answers:
            self._answers[name] = self._first(LINES[name])
        answer = self._answers[name]
        if isinstance(answer, Server):
            return answer
        if self._download:
            pytest.fail(answer)
        raise NoServer(answer)

    def close(self) -> None:
        """End the servers that were started here."""
        self._open.close()

    def _first(self, line: Line) -> Server | str:
        """The server by the first way there is, or why there is none."""
        reasons = []
        for way in WAYS if self._download else (named,):
            try:
                return self._open.enter_context(way(line, self._folder, self._download))
            except Missing as missing:
                reasons.append(str(missing))
        advice = "" if self._download else "; make test-engines fetches what it can"
        return f"no Neo4j {line.name} here: {'; '.join(reasons)}{advice}"
