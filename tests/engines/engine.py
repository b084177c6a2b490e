"""What a test runs on: the embedded engine or one of the Neo4j servers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from monazite.graph.settings import StoreSettings

from .lines import EMBEDDED
from .server import Server
from .servers import Servers

# A rebuild that a test kills holds the graph no longer than this many seconds.
SHORT_LEASE = {"MONAZITE_LEASE_SECONDS": "5"}


@dataclass(frozen=True)
class Engine:
    """An engine by name; without a server it is the embedded one."""

    name: str
    server: Server | None = None

    def settings(self, home: Path) -> StoreSettings:
        """The settings of a store on this engine; the embedded one keeps its files in ``home``."""
        if self.server is None:
            return StoreSettings(home, heap_mb=512, idle_seconds=5)
        return StoreSettings(home, self.server.uri, self.server.user, self.server.password)

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables that lead monazite to this engine."""
        if self.server is None:
            sizes = {"MONAZITE_ENGINE_HEAP_MB": "256", "MONAZITE_ENGINE_IDLE_SECONDS": "60"}
            return {**sizes, **SHORT_LEASE}
        return {
            "NEO4J_URI": self.server.uri,
            "NEO4J_USERNAME": self.server.user,
            "NEO4J_PASSWORD": self.server.password,
            **SHORT_LEASE,
        }

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Lead monazite to this engine, whatever this machine's user works with."""
        for name in [n for n in os.environ if n.startswith("NEO4J_") or n == "MONAZITE_HOME"]:
            monkeypatch.delenv(name)
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)


def engine_named(name: str, servers: Servers) -> Engine:
    """The engine of this name; skips the test where its server cannot be had."""
    return Engine(name, None if name == EMBEDDED else servers[name])
