"""The command line of the embedded engine: the Java runtime and the jars of its wheel."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from ..errors import StoreUnavailable
from .embedded_files import EngineFiles
from .settings import EMBEDDED_DATABASE

_REINSTALL = "pip install --force-reinstall arcadedb-embedded"

_JAVA_OPTIONS = (
    "-Xms64m",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    "--enable-native-access=ALL-UNNAMED",
)

# txWalFlush 2: a commit is on the disk, not only with the operating system, when it returns.
_ENGINE_OPTIONS = {
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "server.rootPath": "{folder}",
    "server.databaseDirectory": "{databases}",
    "server.logsDirectory": "{folder}/log",
    "server.rootPasswordPath": "{password}",
    "server.defaultDatabases": f"{EMBEDDED_DATABASE}[root]",
    "server.httpIncomingHost": "127.0.0.1",
    "bolt.host": "127.0.0.1",
    "bolt.defaultDatabase": EMBEDDED_DATABASE,
    "studio.enabled": "false",
    "serverMetrics": "false",
    "polyglotEngineEnabled": "false",
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
    "command.timeout": "600000",
    "txWalFlush": "2",
}


def engine_command(files: EngineFiles, bolt_port: int, http_port: int, heap_mb: int) -> list[str]:
    """What to run; :class:`StoreUnavailable` when the wheel is not whole."""
    package = _package_folder()
    java = package / "jre" / "bin" / "java"
    if not os.access(java, os.X_OK):
        raise StoreUnavailable(f"{java} is missing or may not be run; repair it with {_REINSTALL}.")
    places = {
        "folder": files.folder, "databases": files.databases, "password": files.password,
    }  # fmt: skip
    ports = {"bolt.port": bolt_port, "server.httpIncomingPort": http_port}
    return [
        str(java),
        f"-Xmx{heap_mb}m",
        *_JAVA_OPTIONS,
        *(f"-Darcadedb.{key}={value.format(**places)}" for key, value in _ENGINE_OPTIONS.items()),
        *(f"-Darcadedb.{key}={port}" for key, port in ports.items()),
        "-cp",
        f"{package / 'jars'}/*",
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _package_folder() -> Path:
    # The package itself is never imported: that would start a Java machine in this process.
    spec = find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise StoreUnavailable(
            "the embedded engine is not installed; install it with pip install arcadedb-embedded, "
            "or name a Neo4j with NEO4J_URI."
        )
    return Path(spec.origin).parent
