"""A small process that starts the embedded engine, watches its use, and stops it when idle.

``python -m monazite.graph.embedded_supervisor HOME HEAP_MB IDLE_SECONDS`` prints one line, which
is empty when the engine answers and says what is wrong otherwise; then it lets its caller go and
stays for as long as the engine runs. Where an engine already runs (its supervisor was killed), it
takes over the watch.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import time
from pathlib import Path

from ..errors import StoreUnavailable
from .embedded_files import EngineFiles, locked, try_lock
from .embedded_launch import launch

_POLL_SECONDS = 0.25
_STOP_SECONDS = 30.0
_HANDOVER_SECONDS = 10.0


def supervise(files: EngineFiles, heap_mb: int, idle_seconds: float) -> None:
    """Run the whole life of one engine."""
    try:
        # An earlier supervisor may be about to notice that its engine has gone.
        with locked(files.supervisor, fcntl.LOCK_EX, _HANDOVER_SECONDS):
            # Opened once: the folder may be removed while the engine runs.
            lease, engine = (os.open(path, os.O_RDWR) for path in (files.lease, files.engine))
            running = files.read_record() if _alive(engine) else None
            record = running or launch(files, heap_mb)
            try:
                _answer("")
                _watch(lease, engine, idle_seconds)
            finally:
                _stop(engine, record.pid)
                files.forget()
    except StoreUnavailable as error:
        _answer(str(error))


def _answer(line: str) -> None:
    """Tell the caller, and let go of everything that ties this process to it."""
    print(line.replace("\n", " "), flush=True)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _watch(lease: int, engine: int, idle_seconds: float) -> None:
    """Return when the engine has gone, or is idle: then with the lease locked against new users."""
    while _alive(engine):
        time.sleep(_POLL_SECONDS)
        if not _idle(lease, idle_seconds):
            continue
        # From here a new user waits for its shared lock until the engine is gone.
        if try_lock(lease, fcntl.LOCK_EX) and _idle(lease, idle_seconds):
            return
        fcntl.flock(lease, fcntl.LOCK_UN)


def _alive(engine: int) -> bool:
    if not try_lock(engine, fcntl.LOCK_SH):
        return True
    fcntl.flock(engine, fcntl.LOCK_UN)
    return False


def _idle(lease: int, idle_seconds: float) -> bool:
    state = os.fstat(lease)
    removed = state.st_nlink == 0
    return removed or time.time() - state.st_mtime > idle_seconds


def _stop(engine: int, pid: int) -> None:
    """End the engine: politely first, so that it closes its files."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + _STOP_SECONDS
        if _alive(engine):
            os.kill(pid, kind)
        while _alive(engine) and time.monotonic() < deadline:
            time.sleep(0.05)


def main(arguments: list[str]) -> None:
    """Leave the caller's session and supervise."""
    home, heap_mb, idle_seconds = arguments
    if os.fork():
        os._exit(0)
    os.setsid()
    supervise(EngineFiles(Path(home)), int(heap_mb), float(idle_seconds))


if __name__ == "__main__":
    main(sys.argv[1:])
