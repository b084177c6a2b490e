"""Subjects: what stands left of a verb, behind adverbs, clauses and phrases."""

from __future__ import annotations

from .noun_phrases import NounPhrases
from .words import words

# So many clauses back may the subject of a verb stand.
_CLAUSES = 3


class Subjects(NounPhrases):
    """Who does it: the grammatical subject, and the first party of a clause."""

    def subject(self, verb: int, labels: str) -> int | None:
        """The argument that is the grammatical subject of the verb at this index."""
        at, infinitive = verb - 1, False
        while at >= 0 and (
            self.is_a(at, "auxiliaries", "adverbs", "negations")
            or (self.tokens[at].text.endswith("ly") and not self.tokens[at].letter)
        ):
            infinitive = infinitive or self.tokens[at].text == "to"
            at -= 1
        if at < 0:
            return None
        token = self.tokens[at]
        if infinitive and not (token.letter and self.phrase(at, labels) == at):
            return self.first(at, labels)
        if token.text in words("relatives"):
            return self.antecedent(at, labels)
        if token.text in words("conjunctions", "prepositions"):
            return self.first(at, labels)
        if self._absolute(verb, at):
            return at if token.letter in labels else None
        found = self.phrase(at, labels)
        if found is not None:
            return found
        return self.first(at, labels) if not token.letter else None

    def _absolute(self, verb: int, at: int) -> bool:
        """Whether the argument belongs to the verb as in "with China holding"."""
        if not self.tokens[at].letter or not self.tokens[verb].text.endswith("ing"):
            return False
        edge = self.left_edge(at)
        return edge >= 0 and self.tokens[edge].text == "with"

    def antecedent(self, relative: int, labels: str) -> int | None:
        """What a relative pronoun stands for."""
        at = relative - 1
        while at >= 0 and (self.tokens[at].text == "," or self.is_a(at, "prepositions")):
            at -= 1
        letter = self.tokens[at].letter if at >= 0 else ""
        if letter and letter not in "CP" and letter in labels:
            return at
        return self.phrase(at, labels)

    def attached(self, participle: int, labels: str) -> int | None:
        """What a participle describes: the name before its comma, or the subject."""
        at = participle - 1
        while at >= 0 and (self.tokens[at].text == "," or self.is_a(at, "adverbs")):
            at -= 1
        if 0 <= at < participle - 1 and self.tokens[at].letter:
            return at if self.tokens[at].letter in labels else None
        return self.subject(participle, labels)

    def relative_object(self, subject: int, labels: str) -> int | None:
        """In "the plant that Iluka is building", the plant: what stands before the relative."""
        edge = self.left_edge(subject)
        if edge > 0 and self.tokens[edge].text in ("which", "that"):
            return self.antecedent(edge, labels)
        return None

    def first(self, end: int, labels: str, clauses: int = _CLAUSES) -> int | None:
        """The first free argument of the clause that ``end`` stands in."""
        start = end
        while start >= 0 and not self.is_a(start, "boundaries"):
            start -= 1
        found = self._first_free(start + 1, end, labels.replace("P", ""))
        if found is None and start > 0 and clauses:
            if self.tokens[start].text in ("which", "who", "that"):
                return self.antecedent(start, labels)
            return self.first(start - 1, labels, clauses - 1)
        return found

    def _first_free(self, start: int, end: int, labels: str) -> int | None:
        for index in range(start, end + 1):
            token = self.tokens[index]
            if not token.letter or token.letter not in labels:
                continue
            edge = self.left_edge(index - 1) if index else -1
            if edge >= start and self.is_a(edge, "prepositions"):
                continue
            last = index
            while last < end and not self.ends_phrase(last + 1):
                last += 1
            inside = [i for i in range(index, last + 1) if self.tokens[i].letter]
            if last == index or self._head(inside, last, labels) == index:
                return self._named(index, last, labels)
        return None

    def _named(self, index: int, last: int, labels: str) -> int:
        """In "a German group, HMS Bergbau," the name rather than the nationality."""
        ahead = self.tokens[last + 1 : last + 3]
        apposed = len(ahead) == 2 and ahead[0].text == "," and ahead[1].letter == "F"
        return last + 2 if apposed and index < last and "F" in labels else index
