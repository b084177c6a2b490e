"""monazite: a sourced knowledge graph of rare-earth and critical-minerals supply chains.

``monazite.connect()`` opens the graph for reading; the command ``monazite build`` fills it.
Everything else lives in the rooms: ``schema``, ``extract``, ``claims``, ``graph``, ``queries``,
``analysis``, ``client``. Importing this package loads none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import Graph, connect
    from .errors import MonaziteError

__version__ = "0.1.0"
__all__ = ["Graph", "MonaziteError", "__version__", "connect"]

_HOMES = {"Graph": ".client", "connect": ".client", "MonaziteError": ".errors"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that ``import monazite`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'monazite' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name], __name__), name)
