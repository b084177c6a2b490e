"""The pattern voter for Chinese: a table of sentence patterns over characters and arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from ...schema import Mention, relation_type
from ...schema.article import Language
from ..context import Context, Vote
from .chinese_patterns import Pattern, patterns
from .chinese_roles import members, subject
from .chinese_sentence import ChineseSentence


class ChinesePatterns:
    """Votes by the table ``chinese.yaml``; needs no model."""

    name = "patterns"
    languages: frozenset[Language] = frozenset({"zh"})

    def votes(self, context: Context) -> Iterator[Vote]:
        """The facts that the sentence's words state, each once."""
        sentence = ChineseSentence(context)
        if len(sentence.arguments) + (context.topic is not None) < 2:
            return
        seen: set[tuple[str, str, str]] = set()
        for pattern in patterns():
            if not _possible(pattern, sentence):
                continue
            for vote in _matches(pattern, sentence):
                key = (vote.subject.id, vote.relation, vote.object.id)
                if key not in seen:
                    seen.add(key)
                    yield vote


def _possible(pattern: Pattern, sentence: ChineseSentence) -> bool:
    letters = sentence.letters
    return (
        not letters.isdisjoint(pattern.objects)
        and not letters.isdisjoint(pattern.subjects)
        and pattern.trigger.search(sentence.skeleton) is not None
    )


def _matches(pattern: Pattern, sentence: ChineseSentence) -> Iterator[Vote]:
    text = sentence.skeleton
    for match in pattern.expression.finditer(text):
        if not _fits(pattern, match, sentence):
            continue
        ends = _ends(pattern, match, sentence)
        if ends:
            yield from _votes(pattern, match, ends, sentence)


def _fits(pattern: Pattern, match: re.Match[str], sentence: ChineseSentence) -> bool:
    start = max((c[0] for c in sentence.clauses if c[0] <= match.start()), default=0)
    end = min((c[1] for c in sentence.clauses if c[1] >= match.end()), default=match.end())
    around = sentence.skeleton[start:end]
    if pattern.unless and pattern.unless.search(around):
        return False
    return pattern.needs is None or bool(pattern.needs.search(around))


def _ends(
    pattern: Pattern, match: re.Match[str], sentence: ChineseSentence
) -> dict[str, list[Mention]] | None:
    """The arguments in each role; ``None`` where the subject is unknown."""
    groups = match.groupdict()
    places = {name: match.start(name) for name in groups if name != "w" and groups[name]}
    letters = {"s": pattern.subjects, "o": pattern.objects}
    for end, wanted in letters.items():
        if end not in groups and not (pattern.topic and end == "o"):
            found = _by_role(sentence, match.start(), wanted, places)
            if found is None:
                return None
            places[end] = found
    ends = {
        name: [
            sentence.at[place]
            for place in (
                members(sentence, at, letters[name])
                if name in pattern.lists and name in letters
                else [at]
            )
        ]
        for name, at in places.items()
    }
    if "o" not in ends and sentence.context.topic:
        ends["o"] = [sentence.context.topic]
    return ends


def _by_role(
    sentence: ChineseSentence, place: int, wanted: str, taken: dict[str, int]
) -> int | None:
    """The subject at ``place``, that of the clauses before where the nearer one is taken."""
    found = subject(sentence, place, wanted)
    if found is not None and found in taken.values():
        start = max(c[0] for c in sentence.clauses if c[0] <= place)
        found = subject(sentence, start - 1, wanted) if start else None
    return None if found in taken.values() else found


def _votes(
    pattern: Pattern,
    match: re.Match[str],
    ends: dict[str, list[Mention]],
    sentence: ChineseSentence,
) -> Iterator[Vote]:
    trigger = sentence.original(match.start("w")), sentence.original(match.end("w"))
    said = {"material": ends["m"][0].id} if "m" in ends else {}
    for relation, first, second in ((pattern.relation, "s", "o"), *pattern.also):
        kind = relation_type(relation)
        extra = {k: v for k, v in said.items() if k in kind.qualifiers.model_fields}
        for one, other in product(ends.get(first, ()), ends.get(second, ())):
            if one.id != other.id and kind.allows(one.label, other.label):
                yield Vote("patterns", one, relation, other, trigger, pattern.score, extra)
