"""Which of several entities a name stands for, and whether a doubtful name is one at all."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from ...schema import Label
from ...schema.article import Language
from ..gazetteer import Hit, Name
from ..tables import table

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


class Surroundings(NamedTuple):
    """The text around ``text[start:end]``, as far as cues reach."""

    text: str
    start: int
    end: int
    lang: Language

    def says(self, cue: str) -> bool:
        """Whether a cue of the table stands just before or just after."""
        pattern = _cue(self.lang, cue)
        if not cue.endswith("after"):
            before = self.text[max(0, self.start - WINDOW) : self.start]
            return pattern.search(before) is not None
        after = self.text[self.end : self.end + WINDOW]
        return pattern.match(after, 1 if after[:1] == " " else 0) is not None

    def suggests(self, label: Label) -> bool:
        """Whether the words around speak for this label."""
        return any(self.says(cue) for cue in _CUES.get(label, ()))


def choose(hit: Hit, around: Surroundings, known: Container[str]) -> tuple[Name, bool]:
    """The name that the hit is here, and whether it stands without doubt.

    ``known`` are ids that the article has named before: such a name needs no other support.
    """
    ordered = list(hit.names)
    if len(ordered) > 1:
        ordered.sort(key=lambda name: _ORDER.index(name.row.label))
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
