"""A file that is written for the user, or one sentence why it cannot be."""

from __future__ import annotations

from pathlib import Path

from .errors import OutputError


def write_file(path: Path, content: bytes) -> Path:
    """Write the file, over what stood there, in a folder that is made; returns its path.

    Raises :class:`OutputError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise OutputError(path, error) from None
    return path
