"""A sentence as the tagger sees it: tokens, the gazetteer's marks, the article's known names."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from ...schema.article import Language
from ..gazetteer import Gazetteer
from ..tokens import tokenize
from .candidates import Candidate, longest
from .choose import Surroundings, choose
from .clues import clues
from .known import KnownNames


@dataclass(frozen=True, slots=True)
class Sight:
    """Tokens of a sentence (``offsets``, ``words``) with one mark each, and what the marks mean.

    ``listed`` are the gazetteer's candidates, ``recalled`` those of names known from the article.
    """

    offsets: Sequence[tuple[int, int]]
    words: Sequence[str]
    marks: Sequence[str]
    known: Sequence[str]
    clues: Sequence[str]
    listed: Sequence[Candidate]
    recalled: Sequence[Candidate]


def look(
    text: str, lang: Language, gazetteer: Gazetteer, names: KnownNames, ids: Container[str]
) -> Sight:
    """The sentence with all that is known before tagging; ``ids`` the article has named before."""
    offsets = tokenize(text)
    listed = longest(_listed(text, lang, gazetteer, ids), len(text))
    known = names.find(text, (start for start, _ in offsets))
    recalled = longest((Candidate(s, e, k.label, k.id, k.name) for s, e, k in known), len(text))
    words = [text[start:end] for start, end in offsets]
    return Sight(
        offsets,
        words,
        _marks(offsets, listed),
        _marks(offsets, recalled),
        clues(text, lang, offsets),
        listed,
        recalled,
    )


def _listed(
    text: str, lang: Language, gazetteer: Gazetteer, ids: Container[str]
) -> Iterator[Candidate]:
    for hit in gazetteer.find(text):
        if not hit.names:
            yield Candidate(hit.start, hit.end, None, "", "")
            continue
        name, sure = choose(hit, Surroundings(text, hit.start, hit.end, lang), ids)
        row = name.row
        yield Candidate(hit.start, hit.end, row.label, row.id, row.name, doubtful=not sure)


def _marks(offsets: Sequence[tuple[int, int]], candidates: Sequence[Candidate]) -> list[str]:
    marks = ["O"] * len(offsets)
    if not candidates:
        return marks
    first = {start: i for i, (start, _) in enumerate(offsets)}
    for c in candidates:
        i = first.get(c.start)
        kind = f"{c.label or 'none'}{'?' if c.doubtful else ''}"
        prefix = "B-"
        while i is not None and i < len(offsets) and offsets[i][1] <= c.end:
            marks[i] = prefix + kind
            prefix, i = "I-", i + 1
    return marks
