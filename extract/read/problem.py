"""What is wrong with an input, said in one sentence while the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, a line of it (from 1; ``None`` for the whole file), what is wrong and the remedy."""

    path: Path
    line: int | None
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.message}"
