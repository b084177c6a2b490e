"""What a notebook holds: ``monazite.connect()`` and the answers it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .graph import Graph, connect
    from .result import Result

__all__ = ["Graph", "Result", "connect"]

_HOMES = {"Graph": ".graph", "connect": ".graph", "Result": ".result"}

__getattr__ = lazily(__name__, _HOMES)
