"""Start the embedded engine's process and wait until it answers."""

from __future__ import annotations

import fcntl
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request

from ..errors import StoreUnavailable
from .embedded_access import write_access
from .embedded_cause import PORT_TAKEN, cause, log_text
from .embedded_files import EngineFiles, EngineRecord, locked, write_private
from .embedded_java import engine_arguments, java

_START_SECONDS = 60.0
_OTHER_PORTS = 2


def launch(files: EngineFiles, heap_mb: int) -> EngineRecord:
    """Start the engine on free ports and write its record; raises :class:`StoreUnavailable`."""
    for _ in range(_OTHER_PORTS):
        try:
            return _launch_once(files, heap_mb)
        except StoreUnavailable:
            if PORT_TAKEN not in log_text(files):
                raise
    return _launch_once(files, heap_mb)


def _launch_once(files: EngineFiles, heap_mb: int) -> EngineRecord:
    try:
        return _start(files, heap_mb)
    except OSError as error:
        raise StoreUnavailable(
            f"the embedded engine cannot start in {files.folder} ({error.strerror})."
        ) from error


def _start(files: EngineFiles, heap_mb: int) -> EngineRecord:
    root, reader = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    bolt_port, http_port = _free_ports()
    write_access(files)
    arguments = engine_arguments(
        files, heap_mb, bolt_port=bolt_port, http_port=http_port, root=root, reader=reader
    )
    write_private(files.arguments, arguments)
    with locked(files.engine, fcntl.LOCK_EX, 5) as lock, files.log.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            [str(java()), f"@{files.arguments}"], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            cwd=files.folder, pass_fds=(lock,), start_new_session=True,
        )  # fmt: skip
    record = EngineRecord(process.pid, bolt_port, root, reader)
    try:
        _wait_until_ready(process, http_port, files)
        files.arguments.unlink()
        files.write_record(record)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return record


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, files: EngineFiles) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not _ready(port):
        if process.poll() is not None or time.monotonic() > deadline:
            unknown = f"the embedded engine did not start; its log is {files.log}."
            raise StoreUnavailable(cause(files) or unknown)
        time.sleep(0.03)


def _ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/ready", timeout=5) as answer:
            return bool(answer.status == 204)
    except (urllib.error.URLError, OSError):
        return False


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]
