"""The words of one language as the linear voter sees them: a hash, a stem's hash, word classes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from zlib import crc32

from ...schema.article import Language
from ..tables import table
from .frames import verbs
from .words import words

KINDS = ("preposition", "verb", "boundary", "be", "by", "determiner")
_YEARS = ("19", "20")


def hashed(text: str) -> int:
    """A hash of a text that is the same on every machine."""
    return crc32(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class LinearWords:
    """The block of one language in ``linear_words.yaml``; :meth:`look_up` remembers its answers."""

    token: re.Pattern[str]
    kinds: tuple[frozenset[str], ...]
    joining: frozenset[str]
    most_joining: int
    stems: tuple[tuple[str, str], ...]
    grams: tuple[int, int]
    around: int
    reach: int
    known: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def look_up(self, word: str) -> tuple[int, int, int]:
        """Hash, hash of the stem, and one bit for each of :data:`KINDS`; numbers are all alike."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > 100_000:
                self.known.clear()
            found = self.known[word] = self._hashes(word.lower())
        return found

    def _hashes(self, word: str) -> tuple[int, int, int]:
        if word[0].isdigit():
            number = hashed("<year>" if len(word) == 4 and word[:2] in _YEARS else "<number>")
            return number, number, 0
        bits = sum((word in kind) << bit for bit, kind in enumerate(self.kinds))
        return hashed(word), hashed(self._stem(word)), bits

    def _stem(self, word: str) -> str:
        for ending, instead in self.stems:
            if len(word) - len(ending) >= 4 and word.endswith(ending):
                return word[: len(word) - len(ending)] + instead
        return word


@cache
def linear_words(language: Language) -> LinearWords:
    """The words of a language."""
    block = table("linear_words", "voters")[language]
    return LinearWords(
        re.compile(block["token"]),
        tuple(_kind(block["kinds"][kind], language) for kind in KINDS),
        frozenset(block["joining"]["words"].split()),
        block["joining"]["most"],
        tuple((ending, instead) for ending, instead in block["stems"]),
        (block["grams"]["between"], block["grams"]["around"]),
        block["around"],
        block["reach"],
    )


def _kind(entry: dict[str, Any], language: Language) -> frozenset[str]:
    listed = (words(name) for name in entry.get("lists", ()))
    of_frames = verbs(language) if entry.get("frames") else frozenset()
    return of_frames.union(str(entry.get("words", "")).split(), *listed)
