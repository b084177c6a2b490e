"""Countries that a measure is aimed at."""

from __future__ import annotations

import re
from functools import cache

from ...schema import Mention
from ...schema.article import Language
from ..context import Context, Vote
from ..tables import table

_PLACE = "\x00"
_REACH = 14


def targets(vote: Vote, context: Context) -> list[Mention]:
    """Countries in a place where a measure's target stands; never the vote's own ends."""
    ends = {vote.subject.id, vote.object.id}
    pattern = _pattern(context.sentence.lang)
    return [
        m
        for m in context.arguments
        if m.label == "Country" and m.id not in ends and pattern.search(_surroundings(m, context))
    ]


def _surroundings(mention: Mention, context: Context) -> str:
    text = context.text
    before, after = text[max(0, mention.start - _REACH) : mention.start], text[mention.end :]
    return f"{before}{_PLACE}{after[:_REACH]}"


@cache
def _pattern(lang: Language) -> re.Pattern[str]:
    return re.compile(
        table("qualifiers", "qualifiers")["targets"][lang].replace("{}", _PLACE), re.I
    )
