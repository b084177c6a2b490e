"""A stage on each engine in turn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..engines.engine import Engine
from ..engines.lines import EMBEDDED, ENGINES, LINES
from ..engines.local import LocalNeo4j
from ..engines.server import Missing
from .stage import Stage

LEASE_SECONDS = "2"


@pytest.fixture(params=ENGINES)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    neo4j = None
    if request.param != EMBEDDED:
        download = bool(os.environ.get("MONAZITE_REQUIRE_ENGINES"))
        try:
            neo4j = LocalNeo4j(LINES[request.param], tmp_path / "neo4j", download)
            neo4j.start()
        except Missing as missing:
            pytest.skip(f"no Neo4j {request.param} to kill here: {missing}")
    engine = Engine(request.param, neo4j.server if neo4j else None)
    with pytest.MonkeyPatch.context() as monkeypatch:
        engine.use(monkeypatch)
        monkeypatch.setenv("MONAZITE_LEASE_SECONDS", LEASE_SECONDS)
        found = Stage(engine, tmp_path / "home", neo4j)
        found.inbox.mkdir(parents=True)
        yield found
    found.kill_database()
