"""Words that name a stage of the supply chain or the mechanism of a measure, read near a vote."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ...schema import Label, Mention
from ...schema.article import Language
from ..context import Context, Vote
from ..lowercase import lowercase
from ..tables import table
from .attachment import Placed, cost, distance

_GENERAL_COST = 8.0


class _Word(NamedTuple):
    start: int
    end: int
    name: str


@cache
def _patterns(kind: str, lang: Language) -> dict[str, re.Pattern[str]]:
    edge = r"\b" if lang == "en" else ""
    words: dict[str, str] = table("qualifiers", "qualifiers")[kind][lang]
    return {name: re.compile(f"{edge}(?:{word}){edge}") for name, word in words.items()}


def _words(kind: str, context: Context) -> list[_Word]:
    text = lowercase(context.text)
    return [
        _Word(*match.span(), name)
        for name, pattern in _patterns(kind, context.sentence.lang).items()
        for match in pattern.finditer(text)
    ]


def stage(vote: Vote, context: Context, share: Placed | None) -> str | None:
    """The stage that a share, or else a dominance, is about; mines and plants have none."""
    rules = table("qualifiers", "qualifiers")
    if vote.object.label not in rules["default_stage"]:
        return None
    for name, words in rules["stage_of_material"].items():
        if any(word in vote.object.id for word in words):
            return str(name)

    def far(word: _Word) -> float:
        general = _GENERAL_COST * (word.name in rules["general_stages"])
        return general + (distance(word, share, context) if share else cost(word, vote, context))

    found = min(_words("stages", context), key=far, default=None)
    return found.name if found else str(rules["default_stage"][vote.object.label])


def mechanism(vote: Vote, context: Context) -> str | None:
    """How the measure works: the vote's own words first, then the nearest, then its name."""
    words = _words("mechanisms", context)
    start, end = vote.trigger
    own = [word for word in words if word.start < end and start < word.end]
    if own:
        return own[0].name
    found = min(words, key=lambda word: cost(word, vote, context), default=None)
    return found.name if found else _by_name(vote.subject)


def _by_name(measure: Mention) -> str | None:
    """What the usual English name of a Policy says ("China rare earth export controls")."""
    if measure.label != Label.POLICY:
        return None
    name = measure.id.partition(":")[2].replace("-", " ")
    patterns = _patterns("mechanisms", "en").items()
    return next((kind for kind, pattern in patterns if pattern.search(name)), None)
