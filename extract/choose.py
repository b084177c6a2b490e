"""Which of several entities a name stands for, and whether a doubtful name is one at all."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from ..schema import Label
from ..schema.article import Language
from .gazetteer import Hit, Name
from .tables import table

WINDOW = 48
_ORDER = [
    Label.COUNTRY, Label.ELEMENT, Label.MATERIAL, Label.PRODUCT, Label.FIRM,
    Label.AGENCY, Label.PLACE, Label.POLICY, Label.FACILITY, Label.MINE,
]  # fmt: skip
_CUES = {
    Label.MINE: ("mine_before", "mine_after"),
    Label.FACILITY: ("site_before", "site_after"),
    Label.PLACE: ("place_before", "place_after"),
    Label.FIRM: ("firm_before", "firm_after"),
}


@cache
def _cue(lang: Language, name: str) -> re.Pattern[str]:
    return re.compile(str(table("cues", "gazetteer")[lang][name]))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text before and after a stretch, as far as cues reach."""

    before: str
    after: str
    lang: Language

    @classmethod
    def of(cls, text: str, start: int, end: int, lang: Language) -> Surroundings:
        """The surroundings of ``text[start:end]``."""
        before = text[max(0, start - WINDOW) : start]
        return cls(before, text[end : end + WINDOW], lang)

    def says(self, cue: str) -> bool:
        """Whether a cue of the table stands just before or just after."""
        pattern = _cue(self.lang, cue)
        if not cue.endswith("after"):
            return pattern.search(self.before) is not None
        gap = 1 if self.after[:1] == " " else 0
        return pattern.match(self.after, gap) is not None

    def suggests(self, label: Label) -> bool:
        """Whether the words around speak for this label."""
        return any(self.says(cue) for cue in _CUES.get(label, ()))


def choose(hit: Hit, around: Surroundings, known: Container[str]) -> tuple[Name, bool]:
    """The name that the hit is here, and whether it stands without doubt.

    ``known`` are ids that the article has named before: such a name needs no other support.
    """
    ordered = sorted(hit.names, key=lambda name: _ORDER.index(name.row.label))
    for name in ordered:
        if name.row.id in known and not name.short:
            return name, True
    if len(ordered) > 1:
        for label in (Label.MINE, Label.FACILITY, Label.PLACE, Label.FIRM):
            for name in ordered:
                if name.row.label is label and around.suggests(label):
                    return name, True
    for name in ordered:
        if not name.doubtful or around.suggests(name.row.label):
            return name, True
    return ordered[0], False
