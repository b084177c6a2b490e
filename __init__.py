"""monazite: a sourced knowledge graph of rare-earth and critical-minerals supply chains.

``monazite.connect()`` opens the graph for reading; the command ``monazite build`` fills it.
Everything else lives in the rooms: ``schema``, ``extract``, ``claims``, ``graph``, ``queries``,
``analysis``, ``client``. Importing this package loads none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import lazily

if TYPE_CHECKING:
    from .client import Graph, connect
    from .errors import MonaziteError

__version__ = "0.1.0"
__all__ = ["Graph", "MonaziteError", "__version__", "connect"]

_HOMES = {"Graph": ".client", "connect": ".client", "MonaziteError": ".errors"}

__getattr__ = lazily(__name__, _HOMES)
