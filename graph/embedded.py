"""The embedded engine as its users see it: hold a lease, and it runs.

The engine is ArcadeDB's server in a process of its own with the Java runtime of its wheel. It
listens on the loopback address only, on free ports, with a random password. All processes of one
user with one home folder share it; it stops by itself a while after the last of them has gone.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from contextlib import ExitStack

from ..errors import StoreUnavailable
from .embedded_files import EngineFiles, EngineRecord, held, locked
from .settings import StoreSettings

_WAIT_SECONDS = 90.0


class EngineLease:
    """A promise that this process uses the engine: it is not stopped before :meth:`release`."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self.files = EngineFiles(settings.home)
        self.files.create()
        self._held = ExitStack()
        # Waits where the supervisor is just stopping the engine.
        lock = locked(self.files.lease, fcntl.LOCK_SH, _WAIT_SECONDS)
        descriptor = self._held.enter_context(lock)
        # The time of the last use: now, and again when the lease is given back.
        os.utime(descriptor)
        self._held.callback(os.utime, descriptor)

    def engine(self) -> EngineRecord:
        """The running engine, started when none runs; :class:`StoreUnavailable` if it will not."""
        with locked(self.files.starting, fcntl.LOCK_EX, _WAIT_SECONDS):
            if not (held(self.files.supervisor) and held(self.files.engine)):
                self._supervise()
            record = self.files.read_record()
        if record is None:
            raise StoreUnavailable(
                f"an embedded engine runs but {self.files.folder} does not say where; "
                "end the process that holds engine.lock there and try again."
            )
        return record

    def release(self) -> None:
        """Give the lease back; the engine's idle time starts now if this was the last one."""
        self._held.close()

    def _supervise(self) -> None:
        settings = self._settings
        answer = subprocess.run(  # noqa: S603 - our own module, no shell
            [
                sys.executable, "-P", "-m", "monazite.graph.embedded_supervisor",
                str(settings.home), str(settings.heap_mb), str(settings.idle_seconds),
            ],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        problem = answer.stdout.strip() or answer.stderr.strip().rpartition("\n")[2]
        if problem:
            raise StoreUnavailable(problem)
