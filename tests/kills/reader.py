"""A reader that scans the whole graph through the client again and again, and notes what it saw."""

from __future__ import annotations

from collections import Counter
from threading import Event, Thread

from monazite.client import Graph
from monazite.errors import GraphBusy, GraphUnfinished, StoreError
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store
from monazite.schema.ids import digest

SCAN = """\
MATCH (n) WHERE n.fingerprint IS NOT NULL RETURN n.fingerprint AS mark
UNION ALL
MATCH ()-[r]->() WHERE r.fingerprint IS NOT NULL RETURN r.fingerprint AS mark"""


def state(graph: Graph) -> str:
    """A hash of every node's and edge's fingerprint: equal for equal graphs only."""
    return digest(*sorted(str(mark) for (mark,) in graph.cypher(SCAN).rows))


class Reader(Thread):
    """``seen``: how often each state was read; ``troubles``: how often which error came."""

    def __init__(self, settings: StoreSettings, stop: Event) -> None:
        super().__init__(daemon=True)
        self.seen: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        self._settings, self._over = settings, stop

    def run(self) -> None:
        while not self._over.is_set():
            try:
                with Graph(Store(self._settings)) as graph:
                    while not self._over.is_set():
                        self.seen[state(graph)] += 1
            except (GraphBusy, GraphUnfinished) as error:
                self.troubles[type(error).__name__] += 1
            except StoreError as error:  # the database was killed
                self.troubles[type(error).__name__] += 1
                self._over.wait(0.3)
