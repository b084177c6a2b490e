"""The files by which processes of one user find, share and stop one embedded engine.

All lie in ``<home>/engine``, readable by their owner only:

``lease``           every user holds a shared lock on it; its time says when it was last used
``starting.lock``   held while one process starts the engine, so that a second one waits
``supervisor.lock`` held by the supervisor as long as it watches
``engine.lock``     inherited by the engine's process: held exactly as long as it lives
``engine.json``     process id, port and passwords of the running engine
``engine.log``      what the engine said since it was last started

Liveness is read from the locks, never from process ids, so a recycled id cannot deceive; the id in
``engine.json`` is used for signals only, and only while the engine's lock is held.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ..errors import StoreUnavailable


@dataclass(frozen=True)
class EngineRecord:
    """A running engine: process id, port on the loopback address, its users' passwords.

    ``reader`` may only read, which the engine itself enforces; ``root`` may do everything.
    """

    pid: int
    port: int
    root: str = field(repr=False)
    reader: str = field(repr=False)


class EngineFiles:
    """The files of the engine that belongs to one home folder."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "engine"
        self.databases = self.folder / "databases"
        self.lease = self.folder / "lease"
        self.starting = self.folder / "starting.lock"
        self.supervisor = self.folder / "supervisor.lock"
        self.engine = self.folder / "engine.lock"
        self.log = self.folder / "engine.log"
        self.arguments = self.folder / "arguments"
        self.configuration = self.folder / "config"
        self._record = self.folder / "engine.json"

    def create(self) -> None:
        """Make the folder; :class:`StoreUnavailable` where the user may not or the disk is full."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in (self.lease, self.starting, self.supervisor, self.engine):
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise StoreUnavailable(
                f"the folder {self.folder} cannot be written ({error.strerror}); "
                "choose another one with --home or MONAZITE_HOME."
            ) from error

    def read_record(self) -> EngineRecord | None:
        """What ``engine.json`` says, or ``None`` without a whole one."""
        try:
            return EngineRecord(**json.loads(self._record.read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def write_record(self, record: EngineRecord) -> None:
        """Replace ``engine.json`` in one step."""
        fresh = self._record.with_suffix(".new")
        write_private(fresh, json.dumps(asdict(record)))
        fresh.replace(self._record)

    def forget(self) -> None:
        """Remove what names a running engine."""
        for path in (self._record, self.arguments):
            path.unlink(missing_ok=True)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


def try_lock(descriptor: int, kind: int) -> bool:
    """Take a lock of this kind without waiting; ``False`` where another process holds it."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise StoreUnavailable(
            f"the home folder's file system has no file locks ({error.strerror}); "
            "choose another folder with --home or MONAZITE_HOME."
        ) from error
    return True


def held(path: Path) -> bool:
    """Whether a living process holds the exclusive lock on this file."""
    with path.open("r+") as file:
        return not try_lock(file.fileno(), fcntl.LOCK_SH)


@contextmanager
def locked(path: Path, kind: int, wait_seconds: float) -> Iterator[int]:
    """Hold a lock on a file; :class:`StoreUnavailable` when it does not come free in time."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        deadline = time.monotonic() + wait_seconds
        while not try_lock(descriptor, kind):
            if time.monotonic() > deadline:
                raise StoreUnavailable(
                    f"another process has held {path} for {wait_seconds:.0f} s; "
                    "end it, or wait for it and try again."
                )
            time.sleep(0.02)
        yield descriptor
    finally:
        os.close(descriptor)
