"""The table of what verbs and nouns say (``frames_<language>.yaml``), ready for matching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...schema import relation_type
from ..tables import table
from .skeleton import LETTERS
from .words import noun_forms, verb_forms

_DEFAULT_SCORE = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry: the relation, where its ends stand, and what must or must not stand near by."""

    relation: str
    verb: bool
    policy: bool
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subjects: str
    objects: str
    extras: Mapping[str, tuple[str, ...]]
    also: tuple[tuple[str, str, str, str], ...]
    needs: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    word: re.Pattern[str] | None
    voice: str
    score: float

    def fits(self, letters: frozenset[str]) -> bool:
        """Whether both ends can be arguments of these letters."""
        ends = (self.subject, self.subjects), (self.object, self.objects)
        return all("self" in roles or not letters.isdisjoint(labels) for roles, labels in ends)


@cache
def condition_named(name: str, language: str = "en") -> re.Pattern[str]:
    """What one condition of the table looks for."""
    return re.compile(table(f"frames_{language}", "voters")["conditions"][name])


@cache
def frames(language: str) -> tuple[dict[str, list[Frame]], list[Frame]]:
    """Frames by the word that evokes them, and those that a Policy mention evokes."""
    content = table(f"frames_{language}", "voters")
    conditions = {k: re.compile(v) for k, v in content["conditions"].items()}
    by_word: dict[str, list[Frame]] = {}
    by_policy: list[Frame] = []
    for entry in content["frames"]:
        frame = _frame(entry, conditions)
        if frame.policy:
            by_policy.append(frame)
        for word in _forms(entry):
            by_word.setdefault(word, []).append(frame)
    return by_word, by_policy


@cache
def verbs(language: str) -> frozenset[str]:
    """Every verb form that evokes a frame, and those of the common verbs beside them."""
    content = table(f"frames_{language}", "voters")
    bases = {base for entry in content["frames"] for base in entry.get("verbs", ())}
    bases.update(str(content["other_verbs"]).split())
    return frozenset(form for base in bases for form in verb_forms(base))


def _forms(entry: Mapping[str, Any]) -> set[str]:
    verbs = (verb_forms(base) for base in entry.get("verbs", ()))
    nouns = (noun_forms(base) for base in entry.get("nouns", ()))
    return {form for forms in (*verbs, *nouns) for form in forms}


def _frame(entry: Mapping[str, Any], conditions: Mapping[str, re.Pattern[str]]) -> Frame:
    kind = relation_type(entry["relation"])
    needs = [conditions[k] for k, v in entry.items() if k in conditions and v]
    if "near" in entry:
        needs.append(re.compile(rf"\b(?:{entry['near']})\b"))
    return Frame(
        relation=entry["relation"],
        verb="verbs" in entry,
        policy=entry.get("policy", False),
        subject=tuple(entry["subject"]),
        object=tuple(entry["object"]),
        subjects=entry.get("subjects", "".join(sorted(LETTERS[s] for s in kind.subjects))),
        objects=entry.get("objects", "".join(sorted(LETTERS[o] for o in kind.objects))),
        extras={k: tuple(entry[k]) for k in ("material", "target", "about") if k in entry},
        also=tuple(_also(*parts) for parts in entry.get("also", ())),
        needs=tuple(needs),
        unless=tuple(conditions[k] for k, v in entry.items() if k in conditions and not v),
        word=re.compile(entry["word"]) if "word" in entry else None,
        voice=entry.get("voice", ""),
        score=entry.get("score", _DEFAULT_SCORE),
    )


def _also(relation: str, first: str, second: str, condition: str = "") -> tuple[str, str, str, str]:
    """A relation that the same words state too, between which ends, and on what condition."""
    return relation, first, second, condition
