"""Where the graph is: a Neo4j named by the environment, or the embedded engine in the home folder.

``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE`` are the names that the
official driver's users know; ``NEO4J_PASSWORD_FILE`` names a file that holds the password alone (a
Docker secret). Without ``NEO4J_URI`` the graph is kept by the embedded engine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import StoreError

EMBEDDED_DATABASE = "graph"


@dataclass(frozen=True)
class StoreSettings:
    """Where the graph is; ``uri`` is ``None`` for the embedded engine.

    ``heap_mb`` (megabytes) and ``idle_seconds`` are the embedded engine's: the most memory its
    heap may take, and how long it stays up after its last user has gone.
    """

    home: Path
    uri: str | None = None
    username: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    heap_mb: int = 1024
    idle_seconds: int = 90


def home_folder(home: Path | None = None) -> Path:
    """The folder of claims and graph: as given, ``MONAZITE_HOME``, or the user's data folder."""
    if home is not None:
        return Path(home).expanduser().absolute()
    if named := os.environ.get("MONAZITE_HOME"):
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("monazite", appauthor=False)


def store_settings(home: Path | None = None) -> StoreSettings:
    """The settings of this process's environment; :class:`StoreError` for one that is wrong."""
    environment = os.environ
    return StoreSettings(
        home=home_folder(home),
        uri=environment.get("NEO4J_URI") or None,
        username=environment.get("NEO4J_USERNAME") or "neo4j",
        password=_password(),
        database=environment.get("NEO4J_DATABASE") or None,
        heap_mb=_whole_number("MONAZITE_ENGINE_HEAP_MB", 1024, least=128),
        idle_seconds=_whole_number("MONAZITE_ENGINE_IDLE_SECONDS", 90, least=1),
    )


def _password() -> str | None:
    password, file = os.environ.get("NEO4J_PASSWORD"), os.environ.get("NEO4J_PASSWORD_FILE")
    if not file:
        return password or None
    if password:
        raise StoreError("NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; keep one of them.")
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n") or None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise StoreError(f"NEO4J_PASSWORD_FILE {file} cannot be read ({reason}).") from None


def _whole_number(name: str, default: int, least: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) < least:
        raise StoreError(f"{name} is {text!r}; give a whole number of at least {least}.")
    return int(text)
