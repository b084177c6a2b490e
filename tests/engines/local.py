"""A Neo4j Community of our own: a child process, started from its jars."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase

from .jars import jars
from .java import java_for
from .lines import Line
from .server import USER, Missing, Server

OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
FOLDERS = ("conf", "data", "logs", "plugins", "import", "run", "lib")
# Graphs come and go in a second here: without the interval each would have every query planned anew.
CONFIGURATION = """
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.cypher.min_replan_interval=1h
dbms.usage_report.enabled=false
"""
# The server dies with the tests, however these end: their end closes the pipe.
UNTIL_CLOSED = 'exec 3<&0; (cat <&3; kill -9 $$) >/dev/null 2>&1 & exec "$@" </dev/null 3<&-'
WAIT_SECONDS = 180


class LocalNeo4j:
    """A server in the folder ``home``, on the same ports and with the same password each time.

    ``settings`` are further lines of its ``neo4j.conf``, ``scheme`` is how its address begins.
    Kill and start it as often as you like.
    """

    def __init__(
        self,
        line: Line,
        home: Path,
        download: bool = False,
        *,
        settings: str = "",
        scheme: str = "bolt",
    ) -> None:
        self._line = line
        self._java, self._jars = java_for(line), jars(line, download)
        self._home = home
        bolt, http = _free_port(), _free_port()
        self.server = Server(
            f"{scheme}://127.0.0.1:{bolt}", secrets.token_hex(8), http=f"http://127.0.0.1:{http}"
        )
        for name in FOLDERS:
            (home / name).mkdir(parents=True)
        configuration = CONFIGURATION.format(bolt=bolt, http=http) + settings
        (home / "conf" / "neo4j.conf").write_text(configuration, encoding="utf-8")
        self._fresh = True
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers; :class:`Missing` if it does not."""
        with (self._home / "console.log").open("wb") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", UNTIL_CLOSED, "sh", *self._command()],
                stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait()
        if self._fresh:
            self._set_password()
            self._fresh = False

    def kill(self) -> None:
        """End the server at once, as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process = None

    def _command(self) -> list[str]:
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
        folders = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        return [
            str(self._java), "-Xmx512m", "-XX:+UseSerialGC", *opened,
            "-Dio.netty.tryReflectionSetAccessible=true", "-cp", f"{self._jars}/*",
            self._line.main, *folders, "--console-mode",
        ]  # fmt: skip

    def _wait(self) -> None:
        log = self._home / "console.log"
        deadline = time.monotonic() + WAIT_SECONDS
        while b"Started." not in (said := log.read_bytes()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                tail = said.decode(errors="replace").strip().splitlines()[-5:]
                raise Missing("it did not start: " + " / ".join(tail))
            time.sleep(0.2)

    def _set_password(self) -> None:
        with GraphDatabase.driver(self.server.uri, auth=(USER, USER)) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                old=USER,
                new=self.server.password,
                database_="system",
            )


@contextmanager
def local(line: Line, folder: Path, download: bool) -> Iterator[Server]:
    """A server from the jars of this machine, or of Maven Central if ``download``."""
    neo4j = LocalNeo4j(line, folder / f"neo4j-{line.name}", download)
    try:
        neo4j.start()
        yield neo4j.server
    finally:
        neo4j.kill()
        shutil.rmtree(folder / f"neo4j-{line.name}", ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
