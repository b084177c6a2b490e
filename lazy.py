"""Public names of a package that are imported when they are first asked for.

A package sets ``__getattr__ = lazily(__name__, {"name": ".module"})``: importing it stays quick,
whatever its modules need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package whose names live in the modules of ``homes``."""

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name], package), name)

    return find
