"""Does the sentence assert what a vote saw, deny it, or neither (rulings 1, 2 and 21)?

The words stand in ``assertion.yaml``. They are looked for in the clause of the vote's trigger, up
to its object; plans and forecasts assert, and are qualifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ..schema import Label, Mention
from ..schema.article import Language
from .context import Context, Vote
from .tables import table

Assertion = Literal["stated", "negated", "unasserted"]
# As far before a verb may the "and" stand that begins its clause.
_COORDINATED = 16
# As far before a name the words that leave it out begin.
_NEAR = 24


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
    if any(_left_out(end, context.text, language) for end in (vote.subject, vote.object)):
        return "unasserted"
    if vote.relation in table("assertion")["relations"]:
        return "stated"
    asks, doubtful = _signs(context.text, language)
    if asks:
        return "unasserted"
    return _in_clause(vote, context.text.lower(), _words(language)) if doubtful else "stated"


def _left_out(end: Mention, text: str, language: Language) -> bool:
    """Whether a country is named only to leave it out: "outside China", 中国以外."""
    if end.label is not Label.COUNTRY or end.resolved:
        return False
    before, after = _exclusion(language)
    return bool(
        (before and before.search(text, max(0, end.start - _NEAR), end.start))
        or (after and after.match(text, end.end))
    )


@cache
def _exclusion(language: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What stands right before, and what right after, a country that is left out."""
    words = table("assertion")[language]["outside"]
    before, after = words.get("before"), words.get("after")
    return re.compile(f"(?i:{before})$") if before else None, re.compile(after) if after else None


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
