"""Favourites, style and guide for Neo4j Browser, as files of a folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ..output_file import write_file
from ..queries.browser.favourites import favourites
from ..queries.browser.guide import guide
from ..queries.browser.style import style

GUIDE = "guide.html"
FAVOURITES = "favourites"


def write_browser_assets(folder: Path) -> list[Path]:
    """Write the files, over those of an earlier time; returns their paths.

    The favourites stand there one by one and, for the Browser takes a single file at a time,
    zipped. Raises :class:`OutputError` for what cannot be written.
    """
    texts = dict(favourites())
    contents = {
        GUIDE: guide().encode(),
        "monazite.grass": style().encode(),
        f"{FAVOURITES}.zip": _zipped(texts),
        **{f"{FAVOURITES}/{name}": text.encode() for name, text in texts.items()},
    }
    return [write_file(folder / name, content) for name, content in contents.items()]


def _zipped(texts: Mapping[str, str]) -> bytes:
    """The files in an archive that is the same for the same texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return packed.getvalue()
