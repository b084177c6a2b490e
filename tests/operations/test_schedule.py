"""The schedule: when it runs, and what it does in the face of the new, the bad and the broken."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pytest
from monazite.errors import InputError
from monazite.operations import schedule as module
from monazite.operations.cron import CronLine
from monazite.operations.schedule import Schedule, back_off, first_run
from monazite.operations.status import status

from ..conftest import EXAMPLES

EACH_SECOND = "* * * * * *"
NIGHTLY = CronLine("0 3 * * *", "UTC")
PAGE = EXAMPLES / "articles" / "topic-magnets.txt"


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_back_off_doubles_up_to_half_an_hour() -> None:
    minutes = [
        back_off(failures) / dt.timedelta(minutes=1) for failures in (1, 2, 3, 4, 5, 6, 7, 999)
    ]
    assert minutes == [1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize(
    ("last_good", "now", "first"),
    [
        (None, "2026-11-24 12:00", "2026-11-24 12:00"),  # never built
        ("2026-11-24 03:00:01", "2026-11-24 12:00", "2026-11-25 03:00"),  # nothing missed
        ("2026-11-23 03:00:01", "2026-11-24 12:00", "2026-11-24 12:00"),  # missed one
        ("2026-11-20 03:00:01", "2026-11-24 12:00", "2026-11-24 12:00"),  # missed several: once
        ("2026-11-23 15:00", "2026-11-24 02:00", "2026-11-24 03:00"),  # built by hand meanwhile
    ],
)
def test_a_missed_tick_is_made_up_for_at_once(last_good: str | None, now: str, first: str) -> None:
    assert first_run(NIGHTLY, at(last_good) if last_good else None, at(now)) == at(first)


def test_an_inbox_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere is no folder; make it"):
        Schedule(tmp_path / "nowhere", NIGHTLY, tmp_path)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(inbox: Path, name: str, text: str) -> None:
    line = json.dumps({"title": f"About {name}", "text": text})
    (inbox / f"{name}.jsonl").write_text(line + "\n", encoding="utf-8")


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@contextmanager
def running(work: Schedule) -> Iterator[SimpleQueue[str]]:
    """The schedule at work in a thread; told to stop, and waited for, at the end."""
    stop: SimpleQueue[str] = SimpleQueue()
    thread = threading.Thread(target=work.run, args=(stop,))
    thread.start()
    try:
        yield stop
    finally:
        stop.put("test over")
        thread.join(60)
    assert not thread.is_alive()


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[str], int]:
    """How many lines of the log hold a text."""
    caplog.set_level("INFO", logger="monazite")
    return lambda text: sum(text in message for message in caplog.messages)


@pytest.mark.usefixtures("embedded")
def test_what_comes_to_the_inbox_comes_to_the_graph(
    tmp_path: Path, inbox: Path, log: Callable[[str], int]
) -> None:
    (inbox / "broken.jsonl").write_text('{"title": \n')
    put(inbox, "first", "Lynas produces dysprosium in Malaysia.")
    with running(Schedule(inbox, CronLine(EACH_SECOND, "UTC"), tmp_path)):
        wait_for(lambda: log("build done") >= 1)
        before = status(tmp_path)
        put(inbox, "second", "MP Materials acquired Less Common Metals.")
        seen = log("build done")
        wait_for(lambda: log("build done") > seen + 1)
        after = status(tmp_path)
    assert (before["articles"], after["articles"]) == (1, 2)
    assert int(str(after["nodes"])) > int(str(before["nodes"]))
    assert log("not read: " + str(inbox / "broken.jsonl")) == log("build done")
    assert log("stopped") == 1


@pytest.mark.usefixtures("embedded")
def test_a_store_that_is_down_is_tried_again_and_found(
    tmp_path: Path, inbox: Path, log: Callable[[str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "back_off", lambda failures: dt.timedelta(seconds=failures))
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    put(inbox, "first", "Lynas produces dysprosium in Malaysia.")
    with running(Schedule(inbox, NIGHTLY, tmp_path)):
        wait_for(lambda: log("build failed (2 in a row)") == 1)
        monkeypatch.delenv("NEO4J_URI")
        wait_for(lambda: log("build done") == 1)
    assert log("build failed") == log("build began") - 1


def test_what_time_does_not_cure_waits_for_the_next_tick(
    tmp_path: Path, inbox: Path, log: Callable[[str], int]
) -> None:
    (inbox / "broken.jsonl").write_text('{"title": \n')
    with running(Schedule(inbox, NIGHTLY, tmp_path)):
        wait_for(lambda: log("build failed: no article could be read") == 1)
    assert log("broken.jsonl:1: is no JSON") == 1


def test_an_empty_inbox_is_no_failure(
    tmp_path: Path, inbox: Path, log: Callable[[str], int]
) -> None:
    (inbox / ".gitkeep").touch()
    with running(Schedule(inbox, NIGHTLY, tmp_path)):
        wait_for(lambda: log("the inbox is empty") == 1)
    assert log("build began") == 0


def test_an_inbox_that_went_away_is_no_empty_one(
    tmp_path: Path, inbox: Path, log: Callable[[str], int]
) -> None:
    work = Schedule(inbox, NIGHTLY, tmp_path)
    inbox.rmdir()
    with running(work):
        wait_for(lambda: log("inbox cannot be read (No such file or directory)") == 1)


@pytest.mark.usefixtures("embedded")
def test_a_build_under_way_is_broken_off_and_made_up_for(
    tmp_path: Path, inbox: Path, log: Callable[[str], int]
) -> None:
    for number in range(200):
        put(inbox, f"n{number}", "Lynas produces dysprosium in Malaysia.")
    work = Schedule(inbox, NIGHTLY, tmp_path)
    with running(work) as stop:
        wait_for(lambda: log("build began") == 1)
        stop.put("no more")
    assert log("broken off") == 1
    assert status(tmp_path)["nodes"] == 0
    assert work.last_good() is None
    again = Schedule(inbox, NIGHTLY, tmp_path)
    with running(again):
        wait_for(lambda: log("build done") == 1)
    last_good = again.last_good()
    assert last_good is not None
    assert dt.datetime.now(dt.UTC) - last_good < dt.timedelta(minutes=2)
