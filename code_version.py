"""A name for the code and tables of rooms, so that what was made with others is made again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from .schema.ids import digest

_CODE = (".py", ".yaml", ".tsv", ".npz", ".cypher")


@cache
def code_version(*packages: str) -> str:
    """A hash over the files of these packages."""
    return digest(*(item for package in packages for item in _contents(files(package))))


def _contents(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _contents(entry)
        elif entry.name.endswith(_CODE):
            yield entry.name
            yield entry.read_bytes().hex()
