"""Does the sentence assert what a vote saw, deny it, or neither (rulings 1, 2 and 21)?

The words stand in ``assertion.yaml``. They are looked for in the clause of the vote's trigger, up
to its object; plans and forecasts assert, and are qualifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ..schema.article import Language
from .context import Context, Vote
from .tables import table

Assertion = Literal["stated", "negated", "unasserted"]
# As far before a verb may the "and" stand that begins its clause.
_COORDINATED = 16


@dataclass(frozen=True, slots=True)
class _Words:
    negated: re.Pattern[str]
    ended: re.Pattern[str]
    unasserted: re.Pattern[str]
    question: re.Pattern[str]
    presupposed: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def _words(language: Language) -> _Words:
    block = table("assertion")[language]
    edge = r"\b" if language == "en" else ""
    contracted = r"|n['’]t\b" if language == "en" else ""
    return _Words(
        re.compile(f"{edge}(?:{block['negated']}){edge}{contracted}"),
        re.compile(f"{edge}(?:{block['ended']}){edge}"),
        re.compile(f"{edge}(?:{block['unasserted']}){edge}"),
        re.compile(block["question"]),
        re.compile(f"{edge}(?:{block['presupposed']}){edge}"),
        re.compile(block["clause"]),
    )


def assertion(vote: Vote, context: Context) -> Assertion:
    """What the sentence does with the vote's statement."""
    language = context.sentence.lang
    if vote.relation in table("assertion")["relations"]:
        return "stated"
    asks, doubtful = _signs(context.text, language)
    if asks:
        return "unasserted"
    return _in_clause(vote, context.text.lower(), _words(language)) if doubtful else "stated"


@lru_cache(maxsize=256)
def _signs(text: str, language: Language) -> tuple[bool, bool]:
    """Whether a sentence asks, and whether any of the words stands in it at all."""
    words, lower = _words(language), text.lower()
    doubts = (words.negated, words.ended, words.unasserted)
    return bool(words.question.search(lower)), any(p.search(lower) for p in doubts)


def _in_clause(vote: Vote, text: str, words: _Words) -> Assertion:
    if words.presupposed.fullmatch(text[slice(*vote.trigger)]):
        return "stated"
    scope = _scope(vote, text, words)
    ended = vote.relation not in table("assertion")["acts"] and words.ended.search(scope)
    if ended or words.negated.search(scope):
        return "negated"
    return "unasserted" if words.unasserted.search(scope) else "stated"


def _scope(vote: Vote, text: str, words: _Words) -> str:
    """The text from where the trigger's clause begins to the object, or the trigger's end."""
    low, high = vote.trigger
    if low <= min(vote.subject.start, vote.object.start) and vote.object.end <= high:
        return text[low:high]
    if vote.object.start >= high:
        between = words.clause.search(text, high, vote.object.start)
        high = between.start() if between else vote.object.start
    start = max((m.end() for m in words.clause.finditer(text, 0, low)), default=0)
    coordinated = text.rfind(" and ", max(start, low - _COORDINATED), low)
    return text[max(start, coordinated) : high]
