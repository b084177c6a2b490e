"""Who does what to whom, read off the order of the tokens: subjects, objects, phrases, lists.

Every function takes a :class:`Skeleton` and indices of tokens and gives the index of an argument
or ``None``. English has its subject on the left; what may stand between it and the verb (adverbs,
auxiliaries, a relative clause, an apposition, a prepositional phrase) is stepped over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .skeleton import Skeleton
from .frames import verbs
from .words import party, words

_REACH = 28
# So many clauses back may the subject of a verb stand.
_CLAUSES = 3
_YEAR = re.compile("(?:19|20)\\d\\d")
_CLASSES = {
    **dict.fromkeys("CAF", "party"), **dict.fromkeys("ETD", "thing"), **dict.fromkeys("MY", "site"),
    "P": "place", "O": "policy",
}  # fmt: skip


class Roles:
    """The grammatical roles around the tokens of one sentence."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.tokens = skeleton.tokens
        self.lists: dict[int, list[int]] = {}

    # -- noun phrases ------------------------------------------------------------------------

    def _is(self, index: int, kind: str) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].text in words(kind)

    def _edge(self, index: int) -> bool:
        """Whether a noun phrase cannot reach past this token."""
        token = self.tokens[index]
        if token.letter or token.text == "'s":
            return False
        return (
            not token.text[:1].isalnum()
            or self._is(index, "prepositions")
            or self._is(index, "conjunctions")
            or self._is(index, "auxiliaries")
            or self._is(index, "relatives")
            or self._is(index, "boundaries")
            or self._finite(index)
            or self._dates(index)
        ) and token.text not in "-$%'"

    def _dates(self, index: int) -> bool:
        """Whether the token belongs to a date, which no noun phrase reaches across."""
        text = self.tokens[index].text
        if text.isdigit():
            return _YEAR.fullmatch(text) is not None or (index > 0 and self._dates(index - 1))
        return text in words("calendar")

    def _finite(self, index: int) -> bool:
        """Whether the token is a verb that ends the noun phrase before it: "Taboca works"."""
        text = self.tokens[index].text
        if index == 0 or text not in verbs("en") or text.endswith("ing") or text == "fund":
            return False
        before = self.tokens[index - 1]
        if before.letter in ("E", "T") and text.endswith("s"):
            return False
        ahead = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if ahead != "to" and ahead in words("prepositions"):
            return text.endswith("ed") and bool(before.letter)
        return bool(before.letter) or self._is(index - 1, "adverbs")

    def left_edge(self, index: int) -> int:
        """The token before the noun phrase that ends at ``index`` (-1 at the sentence's start)."""
        at = index
        while at >= 0 and not self._edge(at):
            if self._is(at, "articles"):
                return at - 1
            at -= 1
        return at

    def possessor(self, index: int) -> bool:
        """Whether the argument is followed by 's or an apostrophe."""
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        return after in ("'s", "'")

    def phrase(self, end: int, labels: str, depth: int = 0) -> int | None:
        """The argument that the noun phrase ending at ``end`` is, or stands for."""
        if end < 0 or depth > 5:
            return None
        token = self.tokens[end]
        if token.text in (",", ")"):
            return self._before_parenthesis(end, labels, depth)
        if token.pronoun:
            return end if token.letter in labels else None
        edge = self.left_edge(end)
        if edge == end:
            return None
        inside = [i for i in range(edge + 1, end + 1) if self.tokens[i].letter]
        found = self._head(inside, end, labels)
        governed = edge >= 0 and self.tokens[edge].text in words("prepositions")
        if governed:
            above = self.phrase(edge - 1, labels, depth + 1)
            if above is not None:
                return above
            if not self._stands(edge - 1) or found is None or self.tokens[found].letter != "C":
                return None
        if found is None or self.tokens[found].letter in "CP":
            apposed = self._apposed(edge, labels)
            return apposed if apposed is not None else found
        return found

    def _stands(self, index: int) -> bool:
        return index >= 0 and bool(party().fullmatch(self.tokens[index].text))

    def _head(self, inside: list[int], end: int, labels: str) -> int | None:
        """Which of a noun phrase's arguments the phrase is about."""
        if not inside:
            return None
        if inside[-1] == end:
            return end if self.tokens[end].letter in labels else None
        head = self.tokens[end].text
        if head in words("strangers"):
            return None
        for index in reversed(inside):
            letter = self.tokens[index].letter
            if letter not in labels:
                continue
            if letter in "ETDO" or self._stands(end) or letter in "MY":
                return index
        return None

    def _apposed(self, edge: int, labels: str) -> int | None:
        """In "Verdano, the lift maker" and the like, the name before the comma."""
        if edge < 1 or self.tokens[edge].text != ",":
            return None
        before = self.tokens[edge - 1]
        determined = edge + 1 < len(self.tokens) and self._is(edge + 1, "determiners")
        return edge - 1 if determined and before.letter and before.letter in labels else None

    def _before_parenthesis(self, end: int, labels: str, depth: int) -> int | None:
        opening = {",": ",", ")": "("}[self.tokens[end].text]
        for at in range(end - 1, max(-1, end - _REACH), -1):
            if self.tokens[at].text in (";", ":"):
                return None
            if self.tokens[at].text == opening and end - at > 1:
                return self.phrase(at - 1, labels, depth + 1)
        return None

    # -- subjects ----------------------------------------------------------------------------

    def subject(self, verb: int, labels: str) -> int | None:
        """The argument that is the grammatical subject of the verb at this index."""
        at, infinitive = verb - 1, False
        while at >= 0 and (
            self._is(at, "auxiliaries")
            or self._is(at, "adverbs")
            or self._is(at, "negations")
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
            return self._antecedent(at, labels)
        if token.text in words("conjunctions") or token.text in words("prepositions"):
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

    def _antecedent(self, relative: int, labels: str) -> int | None:
        at = relative - 1
        while at >= 0 and (self.tokens[at].text == "," or self._is(at, "prepositions")):
            at -= 1
        letter = self.tokens[at].letter if at >= 0 else ""
        if letter and letter not in "CP" and letter in labels:
            return at
        return self.phrase(at, labels)

    def attached(self, participle: int, labels: str) -> int | None:
        """What a participle describes: the name before its comma, or the subject."""
        at = participle - 1
        while at >= 0 and (self.tokens[at].text == "," or self._is(at, "adverbs")):
            at -= 1
        if 0 <= at < participle - 1 and self.tokens[at].letter:
            return at if self.tokens[at].letter in labels else None
        return self.subject(participle, labels)

    def relative_object(self, subject: int, labels: str) -> int | None:
        """In "the plant that Iluka is building", the plant: what stands before the relative."""
        edge = self.left_edge(subject)
        if edge > 0 and self.tokens[edge].text in ("which", "that"):
            return self._antecedent(edge, labels)
        return None

    def first(self, end: int, labels: str, clauses: int = _CLAUSES) -> int | None:
        """The first free argument of the clause that ``end`` stands in."""
        start = end
        while start >= 0 and not self._is(start, "boundaries"):
            start -= 1
        found = self._first_free(start + 1, end, labels.replace("P", ""))
        if found is None and start > 0 and clauses:
            if self.tokens[start].text in ("which", "who", "that"):
                return self._antecedent(start, labels)
            return self.first(start - 1, labels, clauses - 1)
        return found

    def _first_free(self, start: int, end: int, labels: str) -> int | None:
        for index in range(start, end + 1):
            token = self.tokens[index]
            if not token.letter or token.letter not in labels:
                continue
            edge = self.left_edge(index - 1) if index else -1
            if edge >= start and self._is(edge, "prepositions"):
                continue
            last = index
            while last < end and not self._edge(last + 1):
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

    # -- objects -----------------------------------------------------------------------------

    def object(self, start: int, labels: str, through: Iterable[str] = ("of",)) -> int | None:
        """The first fitting argument right of ``start``, before another phrase or clause begins."""
        passed = False
        for at in range(start + 1, min(len(self.tokens), start + _REACH)):
            token = self.tokens[at]
            if token.letter:
                if token.letter in labels and not self._modifies(at, labels):
                    return at
                passed = True
                continue
            if token.text in through or self._hedges(at) or self._exemplifies(at):
                continue
            if token.text == "in" and self._stands(at - 1) and "C" in labels:
                continue
            if self._closes(at) and (passed or token.text not in ("and", "or")):
                return None
        return None

    def _exemplifies(self, at: int) -> bool:
        """Whether the token belongs to ", such as", ", including" and the like."""
        around = [token.text for token in self.tokens[at : at + 2]]
        if around[0] == "as":
            return self.tokens[at - 1].text == "such"
        return around[-1 if around[0] == "," else 0] in words("examples")

    def _closes(self, at: int) -> bool:
        text = self.tokens[at].text
        if text in ("'s", "'"):
            return False
        return (
            (text in (",", "(", ")", ";", ":", "and", "or", "-", ".")
            and not (text == "-" and at + 1 < len(self.tokens)))
            or self._is(at, "prepositions")
            or self._is(at, "boundaries")
            or text in ("to", "is", "are", "was", "were", "has", "have", "had", "will")
        )

    def _hedges(self, at: int) -> bool:
        """Whether the word belongs to a number: "over 80 %", "close to half"."""
        text = self.tokens[at].text
        if text == "to":
            return self.tokens[at - 1].text in ("close", "up", "near", "equal")
        ahead = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        number = ahead[:1].isdigit() or ahead in words("numbers")
        return number and text in ("over", "about", "around", "under", "between", "near")

    def _modifies(self, at: int, labels: str) -> bool:
        """Whether the argument only qualifies a later fitting one ("Chile's SQM")."""
        token = self.tokens[at]
        if token.letter not in "CP":
            return False
        for ahead in range(at + 1, min(len(self.tokens), at + 5)):
            if self._edge(ahead):
                return False
            if self.tokens[ahead].letter and self.tokens[ahead].letter in labels:
                return True
        return False

    def after(self, start: int, prepositions: Iterable[str], labels: str) -> int | None:
        """The argument of the first fitting prepositional phrase right of ``start``."""
        wanted = frozenset(prepositions)
        for at in range(start + 1, min(len(self.tokens), start + _REACH)):
            text = self.tokens[at].text
            if text in wanted and not self._infinitive(at):
                found = self.object(at, labels)
                if found is not None:
                    return found
            elif self._is(at, "boundaries") or self._infinitive(at):
                return None
        return None

    def _infinitive(self, at: int) -> bool:
        """Whether the token is the "to" of an infinitive."""
        ahead = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        return self.tokens[at].text == "to" and ahead in verbs("en")

    def purpose(self, start: int, labels: str) -> int | None:
        """In "invest 520 million to complete the project", the project."""
        for at in range(start + 1, min(len(self.tokens) - 1, start + _REACH)):
            if self._infinitive(at):
                found = self.object(at + 1, labels)
                return found if found is not None else self.after(at + 1, ("at",), labels)
            if self._is(at, "boundaries"):
                return None
        return None

    def indirect(self, verb: int, labels: str) -> int | None:
        """In "sells the company monazite", the company."""
        for at in range(verb + 1, min(len(self.tokens), verb + 3)):
            if self.tokens[at].letter:
                fits = self.tokens[at].letter in labels and not self.possessor(at)
                return at if fits and not self._modifies(at, labels) else None
        return None

    def before(self, noun: int, labels: str) -> int | None:
        """The argument that qualifies the noun from the left: "China's dominance"."""
        edge = self.left_edge(noun - 1) if noun else -1
        for index in range(edge + 1, noun):
            if self.tokens[index].letter and self.tokens[index].letter in labels:
                return index
        return None

    # -- lists -------------------------------------------------------------------------------

    def members(self, index: int) -> list[int]:
        """The list that the argument stands in: "A, B and C" for any of the three."""
        if index not in self.lists:
            chain = [index]
            while (following := self._next(chain[-1])) is not None:
                chain.append(following)
            while (previous := self._previous(chain[0])) is not None:
                chain.insert(0, previous)
            if len(chain) > 1 and not self._joined(chain):
                chain = [index]
            for member in chain:
                self.lists[member] = chain
        return self.lists[index]

    def _joined(self, chain: list[int]) -> bool:
        """Whether a conjunction, not only commas, holds the list together."""
        inner = range(chain[0], chain[-1])
        return any(self._is(i, "conjunctions") for i in inner)

    def _next(self, index: int) -> int | None:
        at, joined = index + 1, False
        while at < len(self.tokens) and (self.tokens[at].text == "," or self._listing(at)):
            joined, at = True, at + 1
        if not joined:
            return None
        at = self._past_number(at)
        for ahead in range(at, min(len(self.tokens), at + 5)):
            token = self.tokens[ahead]
            if token.letter:
                if self._same(index, ahead):
                    return ahead
                if token.letter not in "CP":
                    return None
            elif self._edge(ahead) or (token.text.endswith("s") and ahead > at + 2):
                return None
        return None

    def _past_number(self, at: int) -> int:
        """Past a share in front of a list's next member: "90 % of"."""
        ahead = at
        while ahead < len(self.tokens) and (
            self.tokens[ahead].text[:1].isdigit()
            or self.tokens[ahead].text in ("%", "percent", "per", "cent", "more", "than", "over")
            or self._is(ahead, "numbers")
        ):
            ahead += 1
        counted = ahead > at and ahead < len(self.tokens) and self.tokens[ahead].text == "of"
        return ahead + 1 if counted else at

    def _previous(self, index: int) -> int | None:
        for at in range(index - 1, max(-1, index - 12), -1):
            if self.tokens[at].letter and self._next(at) == index:
                return at
        return None

    def _listing(self, at: int) -> bool:
        return self.tokens[at].text in ("and", "or", "&", "/", "plus", "as", "well", "both")

    def _same(self, one: int, other: int) -> bool:
        if _CLASSES[self.tokens[one].letter] != _CLASSES[self.tokens[other].letter]:
            return False
        return not (self.possessor(other) and not self.possessor(one))
