"""Rebuilds and databases are killed at random moments while two readers scan.

After each kill the next rebuild must end at exactly what the claims say, no claim may be lost, and
no reader may ever see anything but a state that some finished rebuild left. ``make test-kills``
runs it; ``MONAZITE_KILLS`` and ``MONAZITE_DATABASE_KILLS`` say how often (100 and 20).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from monazite.claims import ClaimStore
from monazite.client import Graph
from monazite.graph.build_rows import graph_rows
from monazite.graph.embedded_files import EngineFiles
from monazite.graph.rebuild import plan_only
from monazite.graph.store import Store
from monazite.operations.build import CLAIMS_FILE, build

from ..engines.engine import Engine
from ..engines.lines import EMBEDDED, ENGINES, LINES
from ..engines.local import LocalNeo4j
from ..engines.server import Missing
from . import inbox
from .reader import Reader, state

pytestmark = pytest.mark.kills
KILLS = int(os.environ.get("MONAZITE_KILLS", "100"))
DATABASE_KILLS = int(os.environ.get("MONAZITE_DATABASE_KILLS", "20"))
LEASE_SECONDS = "2"
REBUILD = """
import sys
from pathlib import Path
from monazite.operations.build import build
build([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@dataclass
class Stage:
    """A home folder, its inbox, an engine that can be killed, and the states it was seen in."""

    engine: Engine
    home: Path
    neo4j: LocalNeo4j | None
    articles: int = 0
    states: set[str] = field(default_factory=set)
    random: random.Random = field(default_factory=lambda: random.Random(7))

    @property
    def inbox(self) -> Path:
        return self.home / "inbox"

    def one_more(self) -> None:
        inbox.add(self.inbox, self.articles // 3)
        self.articles += 3

    def begin(self) -> subprocess.Popen[bytes]:
        """A rebuild in a process of its own."""
        command = [sys.executable, "-c", REBUILD, str(self.inbox), str(self.home)]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def finish(self) -> None:
        """Rebuild to the end, and hold the graph to the claims."""
        build([self.inbox], self.home)
        with ClaimStore(self.home / CLAIMS_FILE) as claims:
            assert claims.counts()["articles"] == self.articles, "articles were lost"
            assert claims.counts()["claims"] >= 2 * self.articles, "claims were lost"
            rows = graph_rows(claims)
            with Store(self.engine.settings(self.home)) as store:
                assert plan_only(store, rows.nodes, rows.edges).empty, "not the full graph"
        with Graph(Store(self.engine.settings(self.home))) as graph:
            self.states.add(state(graph))

    def kill_database(self) -> None:
        if self.neo4j:
            self.neo4j.kill()
        elif record := EngineFiles(self.home).read_record():
            os.kill(record.pid, signal.SIGKILL)

    def start_database(self) -> None:
        if self.neo4j:
            self.neo4j.start()


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


def rebuild_seconds(stage: Stage) -> float:
    """How long one rebuild takes."""
    stage.one_more()
    began = time.monotonic()
    assert stage.begin().wait() == 0
    return time.monotonic() - began


def killed(
    stage: Stage, times: int, longest: float, kill: Callable[[subprocess.Popen[bytes]], None]
) -> int:
    """Kill so often; how many kills came before the rebuild's end."""
    hits = 0
    for number in range(times):
        stage.one_more()
        process = stage.begin()
        time.sleep(stage.random.uniform(0.2, 1.1) * longest)
        hits += process.poll() is None
        kill(process)
        process.wait()
        stage.finish()
        print(f"{stage.engine.name}: {number + 1} of {times}, {hits} before the end", flush=True)
    return hits


def test_kills(stage: Stage) -> None:
    rebuild_seconds(stage)
    stage.finish()
    stop = Event()
    readers = [Reader(stage.engine.settings(stage.home), stop) for _ in range(2)]
    for reader in readers:
        reader.start()
    longest = rebuild_seconds(stage)
    stage.finish()

    def kill_database(process: subprocess.Popen[bytes]) -> None:
        stage.kill_database()
        process.wait()
        stage.start_database()

    of_rebuilds = killed(stage, KILLS, longest, subprocess.Popen.kill)
    of_databases = killed(stage, DATABASE_KILLS, longest, kill_database)
    stop.set()
    for reader in readers:
        reader.join(timeout=120)
    torn = sum(n for r in readers for seen, n in r.seen.items() if seen not in stage.states)
    scans = sum(sum(r.seen.values()) for r in readers)
    troubles = sum((r.troubles for r in readers), start=readers[0].troubles.__class__())
    print(
        f"{stage.engine.name}: rebuilds killed before their end {of_rebuilds} of {KILLS}, databases "
        f"{of_databases} of {DATABASE_KILLS}; {scans} scans of {len(stage.states)} states, "
        f"{torn} torn; readers' errors {dict(troubles)}"
    )
    assert torn == 0
    assert scans > KILLS
    assert of_rebuilds >= KILLS // 2
