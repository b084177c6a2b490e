"""The engines' own promises: a missing one is told or fails, and none outlives its tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .local import UNTIL_CLOSED

STORE_TESTS = Path(__file__).parents[1] / "graph" / "test_store_open.py"


def run_without_any_server(home: Path, **variables: str) -> str:
    """What pytest says of a test on Neo4j where neither a server, Docker nor Maven is."""
    bare = {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "PATH": str(home),
        "DOCKER_HOST": f"unix://{home}/docker.sock",
    }
    kept = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    said = subprocess.run(
        [sys.executable, "-m", "pytest", STORE_TESTS, "-k", "by_its_address and 2026", "-rs"],
        env={**bare, **kept, **variables}, cwd=STORE_TESTS.parents[2],
        capture_output=True, text=True,
    )  # fmt: skip
    return said.stdout


def test_a_server_that_is_missing_is_told(tmp_path: Path) -> None:
    said = run_without_any_server(tmp_path)
    assert "1 skipped" in said
    assert "no Neo4j 2026 here: MONAZITE_TEST_NEO4J_URI is not set; make test-engines" in said


def test_a_server_that_is_missing_is_a_failure_where_it_is_required(tmp_path: Path) -> None:
    said = run_without_any_server(tmp_path, MONAZITE_REQUIRE_ENGINES="1")
    assert "1 error" in said or "1 failed" in said
    assert "no Neo4j 2026 here" in said


CHILD = """
import subprocess, sys, time
child = subprocess.Popen(["sh", "-c", sys.argv[1], "sh", "sleep", "300"],
                         stdin=subprocess.PIPE, start_new_session=True)
print(child.pid, flush=True)
time.sleep(300)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_a_server_dies_with_the_process_that_started_it() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", CHILD, UNTIL_CLOSED], stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    os.kill(child, 0)
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(child)


def runs(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet waited for does not."""
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(said.stdout.strip()) and not said.stdout.startswith("Z")
