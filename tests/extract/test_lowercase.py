"""Lower case keeps offsets, and what is looked for in it is written in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from monazite.extract.lowercase import lowercase
from monazite.extract.tables import table


@pytest.mark.parametrize("text", ["MP Materials", "İzmir's Boron Inc", "ẞ, 稀土 and NdPr"])
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(lowercase(text)) == len(text)
    assert lowercase(text)[-2:] == text[-2:].lower()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _written() -> Iterator[object]:
    yield table("cues", "gazetteer")["clues"]["en"]
    qualifiers = table("qualifiers", "qualifiers")
    yield from (qualifiers[kind]["en"] for kind in ("stages", "mechanisms", "progress"))
    definites = table("definites", "names")["en"]
    yield from (definites[k] for k in ("before", "after", "heads", "topic", "governed"))
    yield list(definites["pronouns"])
    frames = table("frames_en", "voters")
    yield frames["conditions"]
    yield [entry[k] for entry in frames["frames"] for k in ("near", "word") if k in entry]
    yield table("dates", "numbers")["en"]["future"]
    quantities = table("quantities", "numbers")["en"]
    yield [*quantities["fractions"], *_texts(quantities["whole"])]


def test_words_looked_for_in_lower_case_have_no_capitals() -> None:
    words = [text for part in _written() for text in _texts(part)]
    assert len(words) > 100
    assert [text for text in words if re.search(r"(?<!\\)[A-Z]", text)] == []
