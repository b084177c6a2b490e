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
    "-XX:+UseParallelGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    "--enable-native-access=ALL-UNNAMED",
)

# txWalFlush 2: a commit is on the disk, not only with the operating system, when it returns.
# saltIterations: the passwords are long and random, so that slow hashing would only cost time.
_ENGINE_OPTIONS = {
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "server.rootPath": "{files.folder}",
    "server.databaseDirectory": "{files.databases}",
    "server.logsDirectory": "{files.folder}/log",
    "server.rootPassword": "{root}",
    "server.defaultDatabases": EMBEDDED_DATABASE + "[root,reader:{reader}:reader]",
    "server.saltIterations": "1000",
    "server.httpIncomingHost": "127.0.0.1",
    "server.httpIncomingPort": "{http_port}",
    "bolt.host": "127.0.0.1",
    "bolt.port": "{bolt_port}",
    "bolt.defaultDatabase": EMBEDDED_DATABASE,
    "studio.enabled": "false",
    "serverMetrics": "false",
    "polyglotEngineEnabled": "false",
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
    "command.timeout": "600000",
    "txWalFlush": "2",
}


def java() -> Path:
    """The Java runtime of the wheel; :class:`StoreUnavailable` when it cannot be run."""
    path = _package_folder() / "jre" / "bin" / "java"
    if not os.access(path, os.X_OK):
        raise StoreUnavailable(f"{path} is missing or may not be run; repair it with {_REINSTALL}.")
    return path


def engine_arguments(files: EngineFiles, heap_mb: int, **values: object) -> str:
    """The text of the file that ``java @file`` reads, so that no password is in a process list.

    ``values``: bolt_port, http_port, and the passwords of root and reader.
    """
    options = {key: value.format(files=files, **values) for key, value in _ENGINE_OPTIONS.items()}
    arguments = [
        f"-Xmx{heap_mb}m",
        *_JAVA_OPTIONS,
        *(f"-Darcadedb.{key}={value}" for key, value in options.items()),
        "-cp",
        f"{_package_folder() / 'jars'}/*",
        "com.arcadedb.server.ArcadeDBServer",
    ]
    return "\n".join(_quoted(argument) for argument in arguments)


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _package_folder() -> Path:
    # The package itself is never imported: that would start a Java machine in this process.
    spec = find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise StoreUnavailable(
            "the embedded engine is not installed; install it with pip install arcadedb-embedded, "
            "or name a Neo4j with NEO4J_URI."
        )
    return Path(spec.origin).parent
