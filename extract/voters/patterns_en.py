"""The pattern voter for English: typed frames of verbs and nouns, and typed phrases.

It needs no model. What the words say stands in ``frames_en.yaml`` and ``phrases_en.yaml``; this
module only looks them up and asks :class:`Roles` who stands where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...schema import relation_type
from ...schema.article import Language
from ..context import Context, Vote
from .frames import Frame, frames
from .look import Look
from .phrases import Phrase, matches, phrases_among
from .sight import Sight
from .skeleton import Skeleton

# What is longer is a table or a list, no sentence.
_MOST_TOKENS = 400


class EnglishPatterns:
    """Votes by the tables of English frames and phrases."""

    name = "patterns"
    languages: frozenset[Language] = frozenset({"en"})

    def votes(self, context: Context) -> Iterator[Vote]:
        """The facts that the sentence's words state, most of them once."""
        if len(context.arguments) + (context.topic is not None) < 2:
            return
        sight = Sight(Skeleton(context))
        if len(sight.tokens) > _MOST_TOKENS:
            return
        yield from self._by_frames(sight)
        masked = sight.skeleton.masked
        for phrase in phrases_among("en", sight.skeleton.letters):
            if phrase.pattern.search(masked):  # one in a hundred does
                yield from self._by_phrase(phrase, sight)

    def _by_frames(self, sight: Sight) -> Iterator[Vote]:
        by_word, by_policy = frames("en")
        for index, token in enumerate(sight.tokens):
            wanted = by_policy if token.letter == "O" else by_word.get(token.text)
            if not wanted:
                continue
            is_verb = sight.is_verb(index)
            for frame in wanted:
                if (is_verb or not frame.verb) and frame.fits(sight.letters):
                    yield from self._by_frame(frame, index, sight)

    def _by_frame(self, frame: Frame, index: int, sight: Sight) -> Iterator[Vote]:
        look = Look(sight, index, frame)
        subject = look.first_of(frame.subject, frame.subjects)
        if subject is None or (frame.voice and not look.voiced(frame.voice)):
            return
        object_ = look.first_of(frame.object, frame.objects, avoid=subject)
        if object_ is None or not look.holds(object_):
            return
        extras = look.extras()
        yield from self._votes(frame.relation, subject, object_, index, frame.score, extras, sight)
        for relation, first, second, condition in frame.also:
            ends = {"subject": subject, "object": object_}
            if not condition or look.near(condition, object_):
                yield from self._votes(
                    relation, ends[first], ends[second], index, frame.score, extras, sight
                )

    def _by_phrase(self, phrase: Phrase, sight: Sight) -> Iterator[Vote]:
        for found in matches(phrase, sight.skeleton):
            subject = found.get("s")
            if subject is None and phrase.subject:
                subject = sight.phrase_subject(phrase.subject, found["o"], phrase.relation)
            if subject is None:
                continue
            subjects = sight.members(subject) if "s" in phrase.many else [subject]
            objects = sight.members(found["o"]) if "o" in phrase.many else [found["o"]]
            objects = [*objects, *(found[k] for k in ("o2", "o3") if k in found)]
            trigger = min(subject, found["o"]), max(subject, found["o"])
            yield from _cross(phrase.relation, subjects, objects, trigger, phrase.score, {}, sight)

    def _votes(
        self,
        relation: str,
        subject: int,
        object_: int,
        index: int,
        score: float,
        extras: dict[str, str],
        sight: Sight,
    ) -> Iterator[Vote]:
        subjects, objects = sight.members(subject), sight.members(object_)
        yield from _cross(relation, subjects, objects, (index, index), score, extras, sight)


def _cross(
    relation: str,
    subjects: Iterable[int],
    objects: Iterable[int],
    trigger: tuple[int, int],
    score: float,
    extras: dict[str, str],
    sight: Sight,
) -> Iterator[Vote]:
    """A vote for each pair that the relation allows."""
    kind = relation_type(relation)
    span = sight.tokens[trigger[0]].start, sight.tokens[trigger[1]].end
    for one in subjects:
        for other in objects:
            first, second = sight.mention(one), sight.mention(other)
            if first.id != second.id and kind.allows(first.label, second.label):
                known = {k: v for k, v in extras.items() if k in kind.qualifiers.model_fields}
                yield Vote("patterns", first, relation, second, span, score, known)
