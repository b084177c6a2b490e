"""Independent voters: each looks at one sentence and says which facts it sees there.

``VOTERS`` is the registry: a voter's name and where its class is. A new voter is one line here
and a row in the table of confidences.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from ...errors import UnknownName

if TYPE_CHECKING:
    from ..context import Voter

VOTERS: dict[str, str] = {
    "patterns-en": ".patterns_en:EnglishPatterns",
    "patterns-zh": ".chinese:ChinesePatterns",
}


def load_voters(names: Iterable[str] | None = None) -> list[Voter]:
    """The voters of these names, all by default; :class:`UnknownName` for a name not listed."""
    return [_load(name) for name in (VOTERS if names is None else names)]


def _load(name: str) -> Voter:
    if name not in VOTERS:
        raise UnknownName("voter", name, VOTERS)
    module, _, attribute = VOTERS[name].partition(":")
    voter: Voter = getattr(import_module(module, __name__), attribute)()
    return voter
