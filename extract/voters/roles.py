"""Who does what to whom, read off the order of the tokens.

English has its subject on the left; what may stand between it and the verb (adverbs, auxiliaries,
a relative clause, an apposition, a prepositional phrase) is stepped over.
"""

from __future__ import annotations

from .lists import Lists
from .objects import Objects
from .subjects import Subjects


class Roles(Subjects, Objects, Lists):
    """The grammatical roles around the tokens of one sentence, by index of the token."""
