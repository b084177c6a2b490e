"""A home folder with its inbox, on an engine that can be killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from monazite.claims import ClaimStore
from monazite.client import Graph
from monazite.graph.build_rows import graph_rows
from monazite.graph.embedded_files import EngineFiles
from monazite.graph.rebuild import plan_only
from monazite.graph.store import Store
from monazite.operations.build import CLAIMS_FILE, build

from ..engines.engine import Engine
from ..engines.local import LocalNeo4j
from . import inbox
from .reader import state


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
        home = ("--home", str(self.home))
        command = [sys.executable, "-m", "monazite.cli", *home, "build", str(self.inbox)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

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
