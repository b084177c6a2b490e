"""Reading the old graph or the new one, never a mixture: wait for a commit, repeat after one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ..errors import GraphBusy, GraphUnfinished
from .revision import Revision

Answer = TypeVar("Answer")
PATIENCE_SECONDS = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.5


@dataclass(frozen=True)
class WholeReader:
    """Runs reading work between two looks at the revision.

    ``revision`` asks the store; ``patience_s`` is how many seconds to wait for commits to end and
    to repeat work that one overtook, before :class:`GraphBusy`.
    """

    revision: Callable[[], Revision]
    patience_s: float = PATIENCE_SECONDS

    def settled(self) -> Revision:
        """The revision, as soon as nobody is committing.

        :class:`GraphUnfinished` where a first load was cut off, :class:`GraphBusy`.
        """
        deadline, pause = time.monotonic() + self.patience_s, _FIRST_PAUSE
        while (found := self.revision()).committing:
            if time.monotonic() > deadline:
                raise GraphBusy(
                    f"a rebuild ({found.holder}) is changing the graph and did not end within "
                    f"{self.patience_s:g} s; try again in a while."
                )
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        if found.unfinished:
            raise GraphUnfinished(
                "the graph's first load was cut off and is not whole; finish it with "
                "monazite rebuild (what is loaded is kept)."
            )
        return found

    def run(self, work: Callable[[], Answer]) -> Answer:
        """What ``work`` returns, read from one state of the graph."""
        deadline = time.monotonic() + self.patience_s
        while True:
            before = self.settled()
            answer = work()
            if self.revision().number == before.number:
                return answer
            if time.monotonic() > deadline:
                raise GraphBusy(
                    f"the graph was rebuilt again and again while this was read, for "
                    f"{self.patience_s:g} s; ask for less at once, or try again in a while."
                )
