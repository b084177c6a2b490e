"""The table of Chinese sentence patterns (``chinese.yaml``), compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...schema import relation_type
from ..tables import table
from .chinese_sentence import ANY_ARGUMENT, LETTERS, MARKS, signs, words

_SLOT = re.compile(r"\{(\w+):([A-Z]+)(\+?)\}")
_DEFAULT_SCORE = 0.8


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence pattern: the relation, the regular expression over a skeleton, the labels.

    Groups: ``s`` subject, ``o`` object (the end that a pattern leaves out is the clause's
    grammatical subject), ``m`` material, ``w`` the words that say so. ``also`` names further
    relations with the ends that they join. ``needs`` and ``unless`` must and must not be found in
    the clauses around. ``topic`` lets the article's topic stand for an object that is not said.
    """

    relation: str
    expression: re.Pattern[str]
    trigger: re.Pattern[str]
    subjects: str
    objects: str
    lists: frozenset[str]
    also: tuple[tuple[str, str, str], ...]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    score: float
    topic: bool


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the table."""
    content = table("chinese", "voters")
    return tuple(_pattern(entry, content["macros"]) for entry in content["patterns"])


def _pattern(entry: Mapping[str, Any], macros: Mapping[str, str]) -> Pattern:
    kind = relation_type(entry["relation"])
    slots = {name: (labels, plus) for name, labels, plus in _SLOT.findall(entry["pattern"])}
    subjects = slots.get("s", (entry.get("subjects") or _letters(kind.subjects), ""))[0]
    objects = slots.get("o", (entry.get("objects") or _letters(kind.objects), ""))[0]
    source, trigger = entry["pattern"], entry["words"]
    for name, text in macros.items():
        source, trigger = source.replace(f"<{name}>", text), trigger.replace(f"<{name}>", text)
    source = source.replace("<w>", f"(?P<w>{trigger})")
    source = source.replace("~", f"[^{MARKS}]{{0,16}}?").replace(
        "_", f"[^{MARKS}{ANY_ARGUMENT}]{{0,8}}?"
    )
    return Pattern(
        entry["relation"],
        re.compile(_SLOT.sub(_group, source)),
        re.compile(trigger),
        subjects,
        objects,
        frozenset(name for name, (_, plus) in slots.items() if plus)
        | {end for end in "so" if end not in slots},
        tuple(tuple(more) for more in entry.get("also", ())),
        re.compile(macros.get(entry["needs"], entry["needs"])) if "needs" in entry else None,
        re.compile(entry["unless"]) if "unless" in entry else None,
        entry.get("score", _DEFAULT_SCORE),
        entry.get("topic", False),
    )


def _letters(labels: frozenset[Any]) -> str:
    return "".join(LETTERS[label] for label in labels)


def _group(match: re.Match[str]) -> str:
    name, labels, plus = match.groups()
    sign = f"[{signs(labels)}]"
    together = "|" if set(labels) <= {"C", "P"} else ""
    if name == "s" and "D" in labels:
        sign += "(?!工业|产业|业|厂)"
    more = f"(?:(?:{words('and')}{together})(?:{words('list_filler')})?{sign})*" if plus else ""
    compound = f"(?:[{signs('E')}](?=[{signs('T')}]))?" if name != "s" and "T" in labels else ""
    return f"{compound}(?P<{name}>{sign}){more}"
