"""Rebuilds and databases are killed at random moments while two readers scan.

After each kill the next rebuild must end at exactly what the claims say, no claim may be lost, and
no reader may ever see anything but a state that some finished rebuild left. ``make test-kills``
runs it; ``MONAZITE_KILLS`` and ``MONAZITE_DATABASE_KILLS`` say how often (100 and 20).
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from threading import Event

import pytest

from .reader import Reader
from .stage import Stage

pytestmark = pytest.mark.kills
KILLS = int(os.environ.get("MONAZITE_KILLS", "100"))
DATABASE_KILLS = int(os.environ.get("MONAZITE_DATABASE_KILLS", "20"))


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
