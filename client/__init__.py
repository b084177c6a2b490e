"""What a notebook holds: ``monazite.connect()`` and the answers it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .graph import Graph, connect
    from .result import Result

__all__ = ["Graph", "Result", "connect"]

_HOMES = {"Graph": ".graph", "connect": ".graph", "Result": ".result"}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'monazite.client' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name], __name__), name)
