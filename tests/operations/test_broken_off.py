"""Builds that end before their end: killed, or on a full disk. Nothing stored is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from monazite.claims import ClaimStore
from monazite.errors import ClaimStoreError, MonaziteError, StoreError
from monazite.operations.build import CLAIMS_FILE, build
from monazite.operations.status import status

from ..conftest import EXAMPLES

pytestmark = pytest.mark.usefixtures("embedded")
ARTICLES = EXAMPLES / "articles"
PAGE = ARTICLES / "topic-magnets.txt"
TOLD = """
import sys
from pathlib import Path
from monazite.operations.build import build
steps = lambda step, done, total: print(step, flush=True)
build([Path(sys.argv[1])], Path(sys.argv[2]), progress=steps)
"""


def killed_at(step: str, home: Path) -> None:
    """A build of all example articles, killed as soon as it says that it has come to ``step``."""
    with subprocess.Popen(
        [sys.executable, "-c", TOLD, str(ARTICLES), str(home)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if line.strip() == step:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", ["reading articles", "writing the graph"])
def test_a_build_that_was_killed_is_finished_by_the_next(step: str, tmp_path: Path) -> None:
    before = build([PAGE], tmp_path)
    killed_at(step, tmp_path)
    between = status(tmp_path)
    assert str(between["last run"]).startswith("running")
    after = build([ARTICLES], tmp_path)
    assert between["nodes"] in (before.nodes, after.nodes), "neither the old graph nor the new one"
    assert after.articles == 63
    again = build([ARTICLES], tmp_path)
    assert (again.extracted, again.created, again.changed, again.removed) == (0, 0, 0, 0)


def test_an_engine_killed_while_it_writes(tmp_path: Path) -> None:
    before = build([PAGE], tmp_path)

    def kill_engine(step: str, done: int, total: int | None) -> None:
        if step == "writing the graph":
            _kill(tmp_path)

    with pytest.raises(StoreError, match="embedded engine") as told:
        build([ARTICLES], tmp_path, progress=kill_engine)
    assert "\n" not in str(told.value)
    assert status(tmp_path)["nodes"] == before.nodes
    after = build([ARTICLES], tmp_path)
    assert after.extracted == 0
    assert after.created > 0
    assert status(tmp_path)["nodes"] == after.nodes


def _kill(home: Path) -> None:
    from monazite.graph.embedded_files import EngineFiles

    record = EngineFiles(home).read_record()
    if record is not None:
        os.kill(record.pid, signal.SIGKILL)
        time.sleep(0.2)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can make a small disk to fill")
    if _mount("tmpfs", folder, "size=1m"):
        pytest.skip("this machine does not let us make a small disk to fill")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(device: str, folder: Path, options: str) -> int:
    command = ["mount", "-t", "tmpfs", "-o", options, device, str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.parametrize(
    ("size", "kind", "said"),
    [("200k", ClaimStoreError, "the disk is full"), ("1m", StoreError, "is full; free some space")],
)
def test_a_full_disk_is_one_sentence_and_room_lets_the_next_build_finish(
    disk: Path, size: str, kind: type[MonaziteError], said: str
) -> None:
    assert _mount("tmpfs", disk, f"remount,size={size}") == 0
    home = disk / "home"
    with pytest.raises(kind, match=said) as told:
        build([ARTICLES], home)
    assert "\n" not in str(told.value)
    assert _mount("tmpfs", disk, "remount,size=400m") == 0
    with ClaimStore(home / CLAIMS_FILE) as claims:
        kept = claims.counts()["articles"]
    report = build([ARTICLES], home)
    assert report.articles == 63
    assert (report.extracted == 0) == (kept == 63)
    assert report.created == report.nodes + report.relationships
