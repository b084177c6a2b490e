"""Arguments that are no names: "the company", "it", a bare "exports" (ruling 13).

A definite noun phrase stands for the last fitting entity of the earlier sentences, or of the same
sentence before it. The words stand in ``definites.yaml``, one block a language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from ...schema import Label, Mention
from ...schema.article import Language
from ..lowercase import lowercase
from ..tables import table
from .implied import Implied

_THINGS = (Label.ELEMENT, Label.MATERIAL)
_ACTORS = (Label.FIRM, Label.COUNTRY, Label.MINE, Label.FACILITY, Label.AGENCY)
_TITLE_WEIGHT = 3
_SCORE = 0.6


@dataclass(frozen=True, slots=True)
class _Words:
    heads: re.Pattern[str]
    pronouns: re.Pattern[str] | None
    labels: dict[str, tuple[Label, ...]]
    topic: re.Pattern[str]
    governed: re.Pattern[str]


@cache
def _words(language: Language) -> _Words:
    block = table("definites", "names")[language]
    edge = r"\b" if language == "en" else ""
    groups = "|".join(f"(?P<{label}>{nouns})" for label, nouns in block["heads"].items())
    labels = {word: tuple(map(Label, names)) for word, names in block["pronouns"].items()}
    pronouns = "|".join(word for word, names in labels.items() if names)
    return _Words(
        re.compile(f"(?:{block['before']})(?:{groups}){edge}(?!{block['after']})"),
        re.compile(f"{edge}(?:{pronouns}){edge}") if pronouns else None,
        labels,
        re.compile(f"{edge}{block['topic']}{edge}"),
        re.compile(f"(?:{block['governed']})$"),
    )


@dataclass(slots=True)
class Memory:
    """What an article has named so far: by label, the entities of its last sentences.

    ``topic`` is the article's main thing (:func:`topic_of`), or ``None``. ``country_of`` gives
    the country id of a firm's id where it is known, so that "the Australian group" finds its firm.
    """

    topic: Mention | None = None
    last: dict[Label, Mention] = field(default_factory=dict)
    subject: Mention | None = None
    country_of: Callable[[str], str | None] = lambda _: None
    firms: dict[str, Mention] = field(default_factory=dict)
    implied: Implied = field(default_factory=Implied)

    def definites(self, text: str, mentions: list[Mention], language: Language) -> list[Mention]:
        """The arguments of a sentence that stand for something named earlier."""
        words = _words(language)
        found = [*self._heads(words, text, mentions), *self._pronouns(words, text, mentions)]
        if self.topic and not any(m.label in _THINGS for m in (*mentions, *found)):
            found += self._bare(words, text, mentions)
        self.implied.note(mentions)
        found += self.implied.arguments(mentions)
        return sorted(found, key=lambda m: m.start)

    def note(self, text: str, arguments: Iterable[Mention], language: Language) -> None:
        """Remember the entities of a sentence once its definites are resolved."""
        words = _words(language)
        first: dict[Label, Mention] = {}
        subject = None
        for argument in arguments:
            first.setdefault(argument.label, argument)
            if argument.label == Label.FIRM:
                self.firms[argument.id] = self.firms.pop(argument.id, argument)
            free = argument.label in _ACTORS and not words.governed.search(
                lowercase(text[: argument.start])
            )
            subject = subject or (argument if free else None)
        self.subject = subject or self.subject
        self.last.update(first)

    def _heads(self, words: _Words, text: str, mentions: list[Mention]) -> Iterator[Mention]:
        for match in words.heads.finditer(lowercase(text)):
            label = Label(str(match.lastgroup))
            inside = [m for m in mentions if m.start < match.end() and match.start() < m.end]
            named = _follows(match.end(), text, mentions) or _apposed(match.start(), text, mentions)
            if named or any(m.end > match.start(label) for m in inside):
                continue
            start = max([match.start(), *(m.end for m in inside)])
            start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip(" -"))
            nations = [m.id for m in inside if m.label == Label.COUNTRY]
            target = self._earlier(label, mentions, start)
            if label == Label.FIRM and nations:
                target = self._of_nation(nations[0])
            if target:
                yield _stand_in(target, text, start, match.end())

    def _of_nation(self, country: str) -> Mention | None:
        """In "the Australian group", the last firm of that country that was named."""
        known = reversed(self.firms.values())
        return next((m for m in known if self.country_of(m.id) == country), None)

    def _pronouns(self, words: _Words, text: str, mentions: list[Mention]) -> Iterator[Mention]:
        for match in words.pronouns.finditer(lowercase(text)) if words.pronouns else ():
            labels = words.labels[match.group()]
            here = [m for m in mentions if m.end <= match.start() and m.label in labels]
            here = [m for m in here if not words.governed.search(lowercase(text[: m.start]))]
            firms = [m for m in here if m.label == Label.FIRM]
            target = next(iter(firms or here), self.subject)
            if target and target.label in labels:
                yield _stand_in(target, text, *match.span())

    def _bare(self, words: _Words, text: str, mentions: list[Mention]) -> Iterator[Mention]:
        match = words.topic.search(lowercase(text))
        if (
            match
            and self.topic
            and not any(m.start < match.end() and match.start() < m.end for m in mentions)
        ):
            yield _stand_in(self.topic, text, *match.span())

    def _earlier(self, label: Label, mentions: list[Mention], start: int) -> Mention | None:
        here = [m for m in mentions if m.end <= start and m.label == label]
        if label == Label.ELEMENT and self.topic and self.topic.label == label and not here:
            return self.topic
        return here[0] if here else self.last.get(label)


def topic_of(title: Iterable[Mention], body: Iterable[Mention]) -> Mention | None:
    """The most mentioned Element or Material of an article; the title's counts three times."""
    things = [m for m in title if m.label in _THINGS]
    counts = Counter(m.id for m in things for _ in range(_TITLE_WEIGHT))
    things += [m for m in body if m.label in _THINGS]
    counts.update(m.id for m in things)
    if not counts:
        return None
    best = counts.most_common(1)[0][0]
    found = next(m for m in things if m.id == best)
    return found.model_copy(update={"start": 0, "end": 0, "linked": "definite", "score": _SCORE})


def _stand_in(target: Mention, text: str, start: int, end: int) -> Mention:
    return target.model_copy(
        update={
            "text": text[start:end], "start": start, "end": end, "linked": "definite",
            "score": _SCORE,
        }
    )  # fmt: skip


def _apposed(start: int, text: str, mentions: list[Mention]) -> bool:
    """Whether the phrase only describes the name before its comma: "Verdano, the recycler"."""
    before = text[:start].rstrip()
    return before.endswith(",") and any(m.end == len(before) - 1 for m in mentions)


def _follows(end: int, text: str, mentions: list[Mention]) -> bool:
    """Whether a name stands right behind: "the company Lynas", "该公司MP"."""
    space = text[end : end + 1] == " "
    return any(m.start == end + space for m in mentions)
