"""How far a fact has got: planned, done, lifted, forecast, by the words of its own clauses."""

from __future__ import annotations

import re
from functools import cache

from ...schema.article import Language
from ..context import Context, Vote
from ..lowercase import lowercase
from ..tables import table

_CLAUSE_END = re.compile(r"[,;，；。:：]")


def progress(vote: Vote, context: Context) -> dict[str, str | bool]:
    """``status`` or ``forecast`` where the words of the vote's clauses say so."""
    rules = table("qualifiers", "qualifiers")
    clause = lowercase(_clauses(vote, context))
    lang = context.sentence.lang
    if vote.relation in rules["forecast_of"] and _pattern("planned", lang).search(clause):
        return {"forecast": True}
    for status in rules["progress_of"].get(vote.relation, ()):
        if _pattern(status, lang).search(clause):
            return {"status": status}
    return {}


@cache
def _pattern(status: str, lang: Language) -> re.Pattern[str]:
    edge = r"\b" if lang == "en" else ""
    return re.compile(f"{edge}{table('qualifiers', 'qualifiers')['progress'][lang][status]}{edge}")


def _clauses(vote: Vote, context: Context) -> str:
    """The text from the clause where the vote's words begin to the one where they end."""
    text = context.text
    places = [vote.trigger, *((m.start, m.end) for m in (vote.object,) if m.end)]
    low, high = min(p[0] for p in places), max(p[1] for p in places)
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, low)), default=0)
    end = _CLAUSE_END.search(text, high)
    return text[start : end.start() if end else len(text)]
