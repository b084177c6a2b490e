"""Sentences with their mentions marked, as voters and qualifiers see them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from monazite.extract.context import Context
from monazite.schema import Mention, Sentence, entity_id

_MARK = re.compile(r"\[([^=\]]+)=(\w+):([^\]]+)\]")
ContextOf = Callable[..., Context]


def _context(marked: str, lang: str = "zh", topic: str | None = None) -> Context:
    """``"[中国=Country:CN]..."`` becomes a sentence of 2025-05-16 with that mention."""
    text, mentions, place = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        name, label, key = mark.groups()
        start, place = len(text), mark.end()
        text += name
        id_ = entity_id(label, key)
        mentions.append(
            Mention(text=name, label=label, id=id_, name=key, start=start, end=len(text))
        )
    text += marked[place:]
    sentence = Sentence(index=1, text=text, start=0, end=len(text), lang=lang)
    main = Mention(text="", label="Element", id=topic, name="", start=0, end=0) if topic else None
    return Context(sentence, text, mentions, topic=main, published=dt.date(2025, 5, 16))


@pytest.fixture(scope="session")
def context_of() -> ContextOf:
    """Makes a context of a sentence in which mentions are marked ``[words=Label:key]``."""
    return _context
