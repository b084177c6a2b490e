"""Where the graph is: a Neo4j named by the environment, or the embedded engine in the home folder.

``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE`` are the names that the
official driver's users know; ``NEO4J_PASSWORD_FILE`` names a file that holds the password alone (a
Docker secret), ``NEO4J_CA_FILE`` one with the authorities, in PEM form, that ``bolt+s://`` and
``neo4j+s://`` trust instead of the system's. Without ``NEO4J_URI`` the embedded engine keeps the
graph.
"""

from __future__ import annotations

import os
import ssl
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
    ca_file: Path | None = None
    heap_mb: int = 1024
    idle_seconds: int = 90

    def __post_init__(self) -> None:
        # An address is shown and logged; a password in it would be too, so it gets no further.
        if self.uri and "@" in self.uri:
            raise StoreError(
                "NEO4J_URI holds a user or a password; give them in NEO4J_USERNAME and "
                "NEO4J_PASSWORD, and in NEO4J_URI the address alone."
            )


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
        ca_file=_authorities(),
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


def _authorities() -> Path | None:
    file = os.environ.get("NEO4J_CA_FILE")
    if not file:
        return None
    path = Path(file).expanduser().absolute()
    try:
        ssl.create_default_context(cafile=path)
    except OSError as error:
        reason = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        raise StoreError(
            f"NEO4J_CA_FILE {file} cannot be used ({reason}); name a file of certificates in PEM "
            "form."
        ) from None
    return path


def _whole_number(name: str, default: int, least: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) < least:
        raise StoreError(f"{name} is {text!r}; give a whole number of at least {least}.")
    return int(text)
