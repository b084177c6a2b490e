"""The tables (YAML) beside the modules of this room: read once, when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def table(name: str, folder: str = "") -> dict[str, Any]:
    """The mapping in ``<folder>/<name>.yaml`` of this room."""
    place = files(__package__ or "monazite.extract")
    if folder:
        place = place / folder
    data = yaml.safe_load((place / f"{name}.yaml").read_text(encoding="utf-8"))
    return dict(data)


def alternatives(words: object) -> str:
    """A regular expression that matches any of the words, the longest first."""
    import re

    if not isinstance(words, (dict, list)):
        raise TypeError(f"a list or a mapping of words is needed, not {type(words).__name__}.")
    return "|".join(re.escape(str(w)) for w in sorted(words, key=lambda w: -len(str(w))))
