"""Words that name a stage of the supply chain or the mechanism of a measure, read near a vote."""

from __future__ import annotations

import re
from functools import cache

from ..schema.article import Language
from .attachment import cost
from .context import Context, Vote
from .tables import alternatives, table


@cache
def _patterns(kind: str, lang: Language) -> dict[str, re.Pattern[str]]:
    edge = r"\b" if lang == "en" else ""
    words = table("qualifiers")[kind][lang]
    return {n: re.compile(rf"{edge}(?:{alternatives(w)}){edge}", re.I) for n, w in words.items()}


def _nearest_word(kind: str, vote: Vote, context: Context) -> str | None:
    """The name whose word stands nearest to the vote; the earlier in the table where equal."""
    hits = [
        (cost(_Span(*match.span()), vote, context), order, name)
        for order, (name, pattern) in enumerate(_patterns(kind, context.sentence.lang).items())
        for match in pattern.finditer(context.text)
    ]
    return min(hits)[2] if hits else None


class _Span:
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def stage(vote: Vote, context: Context) -> str | None:
    """The stage that a share or dominance is about; mines and plants have none."""
    rules = table("qualifiers")
    if vote.object.label not in rules["default_stage"]:
        return None
    for name, words in rules["stage_of_material"].items():
        if any(word in vote.object.id for word in words):
            return str(name)
    return _nearest_word("stages", vote, context) or str(rules["default_stage"][vote.object.label])


def mechanism(vote: Vote, context: Context) -> str | None:
    """How the measure works, or ``None`` where no word says so."""
    return _nearest_word("mechanisms", vote, context)
