"""The systemd units say nothing that systemd does not understand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ..conftest import EXAMPLES

UNITS = EXAMPLES / "systemd"
INSTALLED = "/opt/monazite/bin/monazite"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8").replace(INSTALLED, "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    command = ["systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True)
    said = [line for line in done.stderr.splitlines() if "monazite" in line]
    assert (done.returncode, said) == (0, [])


def test_the_service_runs_a_command_that_there_is() -> None:
    from monazite.cli.app import app

    service = (UNITS / "monazite.service").read_text(encoding="utf-8")
    (line,) = [line for line in service.splitlines() if line.startswith("ExecStart=")]
    program, command, _folder = line.removeprefix("ExecStart=").split()
    assert program == INSTALLED
    assert command in {c.callback.__name__ for c in app.registered_commands if c.callback}
