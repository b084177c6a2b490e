"""An annotated file: what is stated in each of its articles, by people who followed the guide."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InputError

Triple = tuple[str, str, str]
_SHAPE_ONLY = re.compile(r"[\s\-–—'’.\"“”()]+")


def shape(text: object) -> str:
    """A name without white space, hyphens, quotes, dots, brackets, case and leading "the"."""
    return _SHAPE_ONLY.sub("", str(text or "")).casefold().removeprefix("the")


@dataclass
class GoldEntity:
    """One entity of one article, with every form (see :func:`shape`) that it goes by there."""

    key: str
    label: str = ""
    forms: set[str] = field(default_factory=set)


@dataclass
class GoldArticle:
    """What one annotated article states: entities by key, facts with each set of qualifiers."""

    title: str
    entities: dict[str, GoldEntity] = field(default_factory=dict)
    facts: dict[Triple, list[dict[str, object]]] = field(default_factory=dict)
    chinese: set[Triple] = field(default_factory=set)
    sentences: int = 0

    def add(self, row: dict[str, object]) -> None:
        """Take over one annotated sentence."""
        self.sentences += 1
        for found in _objects(row, "entities"):
            key = str(found["id"])
            entity = self.entities.setdefault(key, GoldEntity(key, forms={shape(key)}))
            entity.label = entity.label or str(found["label"])
            entity.forms.add(shape(found["text"]))
        for stated in _objects(row, "facts"):
            triple = (str(stated["subject"]), str(stated["relation"]), str(stated["object"]))
            qualifiers = stated.get("q") or {}
            self.facts.setdefault(triple, []).append(dict(qualifiers))  # type: ignore[call-overload]
            if row.get("lang") == "zh":
                self.chinese.add(triple)
            for end in (triple[0], triple[2]):
                self.entities.setdefault(end, GoldEntity(end, forms={shape(end)}))


def _objects(row: dict[str, object], key: str) -> list[dict[str, object]]:
    value = row[key]
    if not isinstance(value, list):
        raise TypeError(key)
    return value


def read_gold(path: Path) -> dict[str, GoldArticle]:
    """The articles of an annotated file by :func:`shape` of their title.

    Raises :class:`InputError` naming the line that is not an annotated sentence.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            return _collect(path, enumerate(lines, 1))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); name an annotated file.") from None


def _collect(path: Path, lines: Iterable[tuple[int, str]]) -> dict[str, GoldArticle]:
    articles: dict[str, GoldArticle] = {}
    for number, line in lines:
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            key = shape(row["title"])
            articles.setdefault(key, GoldArticle(row["title"])).add(row)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}, line {number}: not an annotated sentence ({error}); each line needs "
                "title, sentence, lang, entities and facts."
            ) from None
    if not articles:
        raise InputError(f"{path}: holds no annotated sentence; give one with at least one line.")
    return articles
