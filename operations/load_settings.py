"""The settings of a rebuild, from the environment and the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError, UnknownName
from ..graph.guard import SHRINK_PERCENT, Limits
from ..graph.lease import LEASE_SECONDS, WAIT_SECONDS
from ..graph.rebuild import Terms
from ..graph.templates import EDGE_TYPES, NODE_LABELS
from ..queries.nearest import nearest
from .load import Load

ALL = "all"


def load_settings(
    *,
    dry_run: bool = False,
    full: bool = False,
    allow_shrink: Iterable[str] = (),
    wait_s: float = WAIT_SECONDS,
) -> Load:
    """How to write the graph.

    The environment gives ``MONAZITE_MAX_SHRINK`` (percent), ``MONAZITE_MINIMUM``
    ("Firm=100,CONTROLS=50") and ``MONAZITE_LEASE_SECONDS``. :class:`InputError` for a bad number,
    :class:`UnknownName` for what is no label or type.
    """
    allowed = [_name(name) for name in allow_shrink]
    every = [*NODE_LABELS, *EDGE_TYPES] if ALL in allowed else allowed
    limits = Limits(
        shrink_percent=_number("MONAZITE_MAX_SHRINK", SHRINK_PERCENT),
        minimum=_minimum(os.environ.get("MONAZITE_MINIMUM", "")),
        allowed=frozenset(every),
    )
    lease_s = _number("MONAZITE_LEASE_SECONDS", LEASE_SECONDS, least=1)
    terms = Terms(limits=limits, lease_s=lease_s, wait_s=wait_s)
    return Load(dry_run=dry_run, full=full, terms=terms)


def configured_inputs() -> list[Path]:
    """The files and folders that ``MONAZITE_INPUTS`` names, separated as in ``PATH``."""
    named = os.environ.get("MONAZITE_INPUTS", "")
    return [Path(part).expanduser() for part in named.split(os.pathsep) if part]


def _minimum(text: str) -> dict[str, int]:
    found = {}
    for part in filter(str.strip, text.split(",")):
        name, _, count = (piece.strip() for piece in part.partition("="))
        if not count.isascii() or not count.isdigit():
            raise InputError(
                f"MONAZITE_MINIMUM has {part.strip()!r}; give a name and a count, as in Firm=100."
            )
        found[_name(name)] = int(count)
    return found


def _name(name: str) -> str:
    known = (*NODE_LABELS, *EDGE_TYPES, ALL)
    if name not in known:
        raise UnknownName("label or type", name, nearest(name, known))
    return name


def _number(variable: str, default: float, least: float = 0) -> float:
    text = os.environ.get(variable) or str(default)
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value < float("inf"):
        raise InputError(f"{variable} is {text!r}; give a number of at least {least:g}.")
    return value
