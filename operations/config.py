"""Which settings are in force, and where each comes from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..graph.settings import StoreSettings, store_settings
from .load_settings import configured_inputs, load_settings


class Setting(NamedTuple):
    """A setting's name, its value as shown, and where it comes from."""

    setting: str
    value: str
    origin: str


def settings_in_force(home: Path | None) -> list[Setting]:
    """Every setting; of the password only whether there is one."""
    settings = store_settings(home)
    return [
        Setting("MONAZITE_HOME", str(settings.home), _home_origin(home)),
        _from_environment("NEO4J_URI", settings.uri or "(embedded engine)"),
        _from_environment("NEO4J_USERNAME", settings.username),
        _password(settings),
        _from_environment("NEO4J_DATABASE", settings.database or "(the server's default)"),
        _from_environment("NEO4J_CA_FILE", str(settings.ca_file or "(the system's authorities)")),
        *_engine(settings),
        *_rebuild(),
    ]


def _from_environment(name: str, value: str) -> Setting:
    return Setting(name, value, "environment" if os.environ.get(name) else "default")


def _password(settings: StoreSettings) -> Setting:
    name = "NEO4J_PASSWORD_FILE" if os.environ.get("NEO4J_PASSWORD_FILE") else "NEO4J_PASSWORD"
    return _from_environment(name, "(set)" if settings.password else "(none)")


def _engine(settings: StoreSettings) -> list[Setting]:
    return [
        _from_environment("MONAZITE_ENGINE_HEAP_MB", str(settings.heap_mb)),
        _from_environment("MONAZITE_ENGINE_IDLE_SECONDS", str(settings.idle_seconds)),
    ]


def _rebuild() -> list[Setting]:
    terms = load_settings().terms
    minimum = ",".join(f"{name}={count}" for name, count in terms.limits.minimum.items())
    inputs = os.pathsep.join(map(str, configured_inputs()))
    return [
        _from_environment("MONAZITE_INPUTS", inputs or "(none)"),
        _from_environment("MONAZITE_MAX_SHRINK", f"{terms.limits.shrink_percent:g}"),
        _from_environment("MONAZITE_MINIMUM", minimum or "(none)"),
        _from_environment("MONAZITE_LEASE_SECONDS", f"{terms.lease_s:g}"),
    ]


def _home_origin(home: Path | None) -> str:
    named = os.environ.get("MONAZITE_HOME")
    if home is not None and str(home) != named:
        return "--home"
    return "environment" if named else "default"
