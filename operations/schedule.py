"""``monazite schedule``: the inbox is built at each tick of a cron line, one build at a time."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from ..claims import ClaimStore
from ..errors import InputError, MonaziteError, RebuildRefused, Stopped
from ..graph.settings import home_folder
from .build import CLAIMS_FILE, build
from .cron import CronLine
from .report import BuildReport

LONGEST_BACK_OFF_MINUTES = 30
_JOB = "rebuild"
_log = logging.getLogger(__name__)


def back_off(failures: int) -> dt.timedelta:
    """How long to wait after so many failures in a row: 1, 2, 4 … 30 minutes."""
    return dt.timedelta(minutes=min(2 ** min(failures - 1, 8), LONGEST_BACK_OFF_MINUTES))


def first_run(line: CronLine, last_good: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """When to run first: now, where no run was good yet or a tick came since the last good one."""
    missed = last_good is None or line.after(last_good) <= now
    return now if missed else line.after(now)


class Schedule:
    """Builds one inbox at the ticks of a cron line, until it is told to stop.

    What was built stays in the inbox: a build takes up only what is new. Every event is a line of
    this module's log. After a failure the build is tried again, after 1, 2, 4 … 30 minutes until
    it succeeds; what time does not cure (an inbox without articles, a refused rebuild) waits for
    the next tick.
    """

    def __init__(self, inbox: Path, line: CronLine, home: Path | None = None) -> None:
        from apscheduler.schedulers.background import BackgroundScheduler

        self.inbox, self.line, self.home = inbox.absolute(), line, home
        if not inbox.is_dir():
            raise InputError(f"the inbox {inbox} is no folder; make it, or name another one.")
        self._failures = 0
        self._stopping = Event()
        self._scheduler = BackgroundScheduler(timezone=line.zone)

    def run(self, stop: SimpleQueue[str]) -> None:
        """Go on until a reason to stop is put into ``stop``.

        A build under way is then broken off at its next step, and undone: the next start, which
        finds its tick missed, does it again.
        """
        now = dt.datetime.now(self.line.zone)
        first = first_run(self.line, self.last_good(), now)
        when = "at once, to catch up" if first == now else _at(first)
        _log.info("building %s at %s; first %s", self.inbox, self.line, when)
        self._scheduler.add_job(
            self._tick, self.line, id=_JOB, name=_JOB, next_run_time=first,
            max_instances=1, coalesce=True, misfire_grace_time=None,
        )  # fmt: skip
        self._scheduler.start()
        _log.info("stopping: %s", stop.get())
        self._stopping.set()
        self._scheduler.shutdown()
        _log.info("stopped")

    def last_good(self) -> dt.datetime | None:
        """When the last good build of this inbox began; ``None`` where there was none."""
        with ClaimStore(home_folder(self.home) / CLAIMS_FILE) as claims:
            good = [
                run.started
                for run in claims.runs()
                if run.outcome in {"done", "partly"} and run.inputs in ([str(self.inbox)], [])
            ]
        return good[-1] if good else None

    def _tick(self) -> None:
        try:
            inputs = self._inputs()
            if not inputs and not self._claims():
                _log.info("the inbox is empty; next %s", self._next())
                return
            _log.info("build began")
            self._succeeded(build(inputs, self.home, progress=self._go_on))
        except Stopped:
            _log.info("the build was broken off; nothing of the graph has changed")
        except (InputError, RebuildRefused) as error:
            _log.error("build failed: %s next %s", error, self._next())
        except MonaziteError as error:
            self._failed(error)

    def _inputs(self) -> list[Path]:
        """The inbox, or nothing where it is empty: then the graph is held to the claims alone."""
        try:
            empty = all(file.name.startswith(".") for file in self.inbox.iterdir())
        except OSError as error:
            raise InputError(
                f"the inbox {self.inbox} cannot be read ({error.strerror}); check its permissions."
            ) from None
        return [] if empty else [self.inbox]

    def _claims(self) -> int:
        with ClaimStore(home_folder(self.home) / CLAIMS_FILE) as claims:
            return claims.counts()["claims"]

    def _go_on(self, step: str, done: int, total: int | None) -> None:
        if self._stopping.is_set():
            raise Stopped(step)

    def _succeeded(self, report: BuildReport) -> None:
        self._failures = 0
        for problem in report.problems:
            _log.warning("not read: %s", problem)
        told = "; ".join(f"{name} {value}" for name, value in report.lines())
        _log.info("build done: %s; next %s", told, self._next())

    def _failed(self, error: MonaziteError) -> None:
        self._failures += 1
        again = dt.datetime.now(self.line.zone) + back_off(self._failures)
        self._scheduler.modify_job(_JOB, next_run_time=again)
        _log.error("build failed (%d in a row): %s next %s", self._failures, error, _at(again))

    def _next(self) -> str:
        return _at(self.line.after(dt.datetime.now(dt.UTC)))


def _at(moment: dt.datetime) -> str:
    return f"at {moment:%Y-%m-%d %H:%M:%S%z}"
