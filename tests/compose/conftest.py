"""A stack of docker-compose.yml for the tests: built, up, and taken away with its volumes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import monazite
import pytest

ROOT = Path(monazite.__file__).parent
PASSWORD = "kept-out-of-sight"


def why_no_docker() -> str:
    """What is missing to run Compose; empty where nothing is."""
    if shutil.which("docker") is None:
        return "there is no docker on this machine"
    for command in (["docker", "version"], ["docker", "compose", "version"]):
        if subprocess.run(command, capture_output=True).returncode:
            return f"{' '.join(command)} fails: no engine answers, or the plugin is missing"
    return ""


@dataclass
class Stack:
    """The services of one Compose project."""

    project: str
    environment: dict[str, str]
    inbox: Path

    def compose(self, *arguments: str) -> str:
        """What ``docker compose`` prints; it must succeed."""
        return _output(["docker", "compose", "-p", self.project, *arguments], self.environment)

    def docker(self, *arguments: str) -> str:
        """What ``docker`` prints; it must succeed."""
        return _output(["docker", *arguments], self.environment)

    def container(self, service: str) -> str:
        """The id of a service's container, stopped ones included."""
        return self.compose("ps", "--all", "--quiet", service).strip()

    def status(self) -> dict[str, object]:
        """``monazite status`` in a container of its own, so that the scheduler may be dead."""
        printed = self.compose("run", "--rm", "--no-deps", "-T", "scheduler", "status", "--json")
        return dict(json.loads(printed))

    def wait_for_log(self, text: str, count: int = 1) -> None:
        """Return when the scheduler's log holds a text so many times."""
        self._wait(lambda: self.log().count(text) >= count, f"no {text!r} in\n{self.log()}")

    def log(self) -> str:
        """The scheduler's log since its container was made."""
        return self.compose("logs", "--no-log-prefix", "scheduler")

    def _wait(self, condition: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + 180
        while not condition():
            assert time.monotonic() < deadline, otherwise
            time.sleep(0.5)


def _output(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All services up, with an inbox of its own, each minute's schedule and free ports."""
    if reason := why_no_docker():
        pytest.skip(reason)
    inbox = tmp_path_factory.mktemp("inbox")
    inbox.chmod(0o755)  # the services run as another user
    clean = {name: v for name, v in os.environ.items() if not name.startswith("MONAZITE_")}
    settings = {
        "NEO4J_PASSWORD": PASSWORD, "NEO4J_HTTP_PORT": "0", "NEO4J_BOLT_PORT": "0",
        "MONAZITE_GUIDE_PORT": "0",
        "MONAZITE_SCHEDULE": "* * * * *", "MONAZITE_INBOX": str(inbox),
    }  # fmt: skip
    stack = Stack(f"monazite-test-{os.getpid()}", {**clean, **settings}, inbox)
    try:
        stack.compose("up", "--detach", "--build")
        yield stack
    finally:
        stack.compose("down", "--volumes")
