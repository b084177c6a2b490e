"""The table of phrases (``phrases_<language>.yaml``): facts stated by the order of words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..tables import table
from .frames import condition_named
from .skeleton import Skeleton

_DEFAULT_SCORE = 0.8
_AROUND = 40
_END = re.compile(r"\{(?:(s|o\d?):)?([CPAFMYETDO]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry: a regular expression over the masked sentence, its ends in groups s, o, o2, o3."""

    relation: str
    pattern: re.Pattern[str]
    wanted: tuple[frozenset[str], ...]
    subject: str
    many: str
    score: float
    needs: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def holds(self, text: str) -> bool:
        """Whether what must stand in the text does, and what must not does not."""
        return all(p.search(text) for p in self.needs) and not any(
            p.search(text) for p in self.unless
        )


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """All phrases of a language."""
    content = table(f"phrases_{language}", "voters")
    macros = content["macros"]
    names = re.compile("|".join(macros))
    found = []
    for entry in content["phrases"]:
        text = names.sub(lambda m: macros[m[0]], entry["text"])
        found.append(
            Phrase(
                relation=entry["relation"],
                pattern=re.compile(_END.sub(_group, text)),
                wanted=tuple(frozenset(m[2]) for m in _END.finditer(entry["text"]) if m[1]),
                subject=entry.get("subject", ""),
                many=entry.get("many", ""),
                score=entry.get("score", _DEFAULT_SCORE),
                needs=tuple(condition_named(k, language) for k in entry.get("needs", ())),
                unless=tuple(condition_named(k, language) for k in entry.get("unless", ())),
            )
        )
    return tuple(found)


def _group(match: re.Match[str]) -> str:
    name, letters = match.groups()
    return rf"<(?P<{name}>[{letters}]\d+)>" if name else rf"<[{letters}]\d+>"


@cache
def phrases_among(language: str, letters: frozenset[str]) -> tuple[Phrase, ...]:
    """The phrases whose ends can be arguments of these letters, and so can match at all."""
    return tuple(
        phrase
        for phrase in phrases(language)
        if all(wanted & letters for wanted in phrase.wanted[:2])
    )


def matches(phrase: Phrase, skeleton: Skeleton) -> Iterator[dict[str, int]]:
    """The token indices of the ends at each place where the phrase stands."""
    position = 0
    while match := phrase.pattern.search(skeleton.masked, position):
        if phrase.holds(skeleton.masked[max(0, match.start() - _AROUND) : match.end() + _AROUND]):
            yield {k: int(v[1:]) for k, v in match.groupdict().items() if v}
        position = match.start() + 1
