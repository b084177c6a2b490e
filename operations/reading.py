"""Articles on their way in: counted, and an input of nothing but problems refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from ..extract.read import Problem, read_paths
from ..schema import Article

Progress = Callable[[str, int, int | None], None]


def silent(step: str, done: int, total: int | None) -> None:
    """Progress that nobody looks at."""


class Inputs:
    """The articles of paths, read once; ``entries`` and ``problems`` grow while they are."""

    def __init__(self, paths: Iterable[Path], progress: Progress = silent) -> None:
        self.problems: list[Problem] = []
        self.entries = 0
        self._paths = list(paths)
        self._progress = progress

    def __iter__(self) -> Iterator[Article]:
        for article in read_paths(self._paths, self.problems):
            self.entries += 1
            self._progress("reading articles", self.entries, None)
            yield article

    def require_any(self) -> None:
        """Raise :class:`InputError` where not one article could be read."""
        if not self.entries:
            none = "the input holds no article." if self._paths else "no input is named."
            first = self.problems[0] if self.problems else none
            more = len(self.problems) - 1
            also = f" ({more} more problems)" if more > 0 else ""
            raise InputError(f"no article could be read: {first}{also}")
