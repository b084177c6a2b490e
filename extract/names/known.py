"""The names an article has given so far, and the places of a later sentence where they return."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...schema import Label
from ..gazetteer.fold import fold, is_word

_PREFIX = 2
_MOST_PER_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Known:
    """What a name of the article stands for."""

    label: Label
    id: str
    name: str


class KnownNames:
    """Names by their first characters, so that looking up costs the same however many there are."""

    def __init__(self) -> None:
        self._by_prefix: dict[str, dict[str, tuple[str, Known]]] = defaultdict(dict)

    def add(self, surface: str, known: Known) -> None:
        """From now on ``surface`` stands for ``known``; the first meaning of a name stays."""
        folded = fold(surface)
        same_start = self._by_prefix[folded[:_PREFIX]]
        if len(folded) >= _PREFIX and len(same_start) < _MOST_PER_PREFIX:
            same_start.setdefault(folded, (surface, known))

    def find(self, text: str, starts: Iterable[int]) -> Iterator[tuple[int, int, Known]]:
        """Every place where a known name stands, as whole words and with its capital.

        ``starts`` are the offsets of the text's tokens: a name begins with one.
        """
        if not self._by_prefix:
            return
        folded = fold(text)
        for start in starts:
            same_start = self._by_prefix.get(folded[start : start + _PREFIX])
            if not same_start or (start and is_word(folded[start - 1]) and is_word(folded[start])):
                continue
            for name, (surface, known) in same_start.items():
                end = start + len(name)
                if folded.startswith(name, start) and _fits(text, surface, start, end):
                    yield start, end, known


def _fits(text: str, surface: str, start: int, end: int) -> bool:
    if surface[0].isupper() and not text[start].isupper():
        return False
    return not (end < len(text) and is_word(text[end]) and is_word(text[end - 1]))
