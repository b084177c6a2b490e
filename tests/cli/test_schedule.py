"""``monazite schedule`` as a process: its log, its signals, its exit codes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .test_process import COMMAND, ENVIRONMENT, run

ARTICLE = '{"title": "Lynas", "text": "Lynas produces dysprosium in Malaysia."}\n'


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_0_and_each_event_is_one_line(
    tmp_path: Path, kind: signal.Signals
) -> None:
    inbox = tmp_path / "in\x1b[2Jbox"
    inbox.mkdir()
    (inbox / "page.jsonl").write_text(ARTICLE)
    settings = {
        "MONAZITE_HOME": str(tmp_path / "home"), "MONAZITE_SCHEDULE": "0 3 1 1 *",
        "MONAZITE_TIMEZONE": "Asia/Shanghai", "MONAZITE_INBOX": str(inbox),
    }  # fmt: skip
    with subprocess.Popen(
        [*COMMAND, "schedule", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**ENVIRONMENT, **settings},
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        lines = []
        for line in process.stderr:
            assert "\x1b" not in line
            lines.append(json.loads(line))
            if lines[-1]["event"].startswith("build done"):
                process.send_signal(kind)
        assert process.stdout.read() == ""
    assert process.returncode == 0
    events = [line["event"].split()[0:2] for line in lines]
    assert events == [
        ["building", str(tmp_path / "in")], ["build", "began"], ["build", "done:"],
        ["stopping:", kind.name], ["stopped"],
    ]  # fmt: skip
    assert all(line["time"].endswith("+08:00") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--cron", "@daily", "--inbox", "."), 2, "is no line of cron"),
        (("--cron", "0 3 * * *", "--inbox", ".", "--timezone", "Mars"), 2, "no time zone 'Mars'"),
        (("--cron", "0 3 * * *", "--inbox", "no-such-folder"), 3, "is no folder; make it"),
        (("--cron", "0 3 * * *"), 2, "Missing option '--inbox'"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run("schedule", *arguments, home=tmp_path)
    assert done.returncode == code
    assert said in done.stderr


def test_without_its_extra_it_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['apscheduler'] = None; from monazite.cli import main; "
        "sys.argv = ['monazite', 'schedule', '--cron', '* * * * *', '--inbox', '.']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    assert done.returncode == 1
    assert "pip install 'monazite[schedule]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
