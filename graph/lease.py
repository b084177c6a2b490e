"""The right to change the graph: one rebuild at a time, and none that is dead.

Whoever takes the lease renews it from a thread of its own; a rebuild that is killed loses it when
it runs out. Time is the server's alone. The last statement of a rebuild's transaction is
:meth:`Lease.fence`: it writes a node that whoever takes the lease over writes too, so of a rebuild
that was silent for too long and of its successor only one can commit.
"""

from __future__ import annotations

import os
import secrets
import socket
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from ..closing import Closing
from ..errors import RebuildBusy, StoreError
from .revision import READ_REVISION, Revision, revision_of

if TYPE_CHECKING:
    from .store import Store, Writer

LEASE_SECONDS, WAIT_SECONDS = 30.0, 60.0
_POLL_SECONDS = 0.5

# Each text first writes the node, and so holds its lock, before it looks at what is there.
_PLACE = """\
UNWIND ['lease', 'content'] AS id
MERGE (g:Graph {id: id})
WITH g WHERE g.id = 'lease' AND g.revision IS NULL
SET g.revision = 0, g.builds = 0"""

_TAKE = """\
MATCH (g:Graph {id: 'lease'}), (c:Graph {id: 'content'})
SET g.asked = $holder
WITH g, c WHERE g.holder IS NULL OR g.lease_until <= timestamp()
SET g.holder = $holder, g.lease_until = timestamp() + $milliseconds, c.fence = $holder
RETURN g.holder"""

_RENEW = """\
MATCH (g:Graph {id: 'lease'})
SET g.asked = $holder
WITH g WHERE g.holder = $holder
SET g.lease_until = timestamp() + $milliseconds
RETURN g.holder"""

_OPEN = """\
MATCH (g:Graph {id: 'lease'})
SET g.asked = $holder
WITH g WHERE g.holder = $holder AND g.lease_until > timestamp()
SET g.revision = g.revision + 1 + g.revision % 2, g.lease_until = timestamp() + $milliseconds
RETURN g.revision"""

_FENCE = """\
MATCH (c:Graph {id: 'content'})
SET c.asked = $holder
WITH c WHERE c.fence = $holder
SET c += $content
RETURN c.fence"""

_RELEASE = """\
MATCH (g:Graph {id: 'lease'})
SET g.asked = $holder
WITH g WHERE g.holder = $holder
SET g.revision = g.revision + g.revision % 2, g.holder = NULL, g.lease_until = NULL"""


class Lease(Closing):
    """The lease, held until the end of the block.

    Another rebuild's is waited for, for ``wait_s`` seconds, then :class:`RebuildBusy`; ``waiting``
    is told who holds it.
    """

    def __init__(
        self,
        store: Store,
        *,
        seconds: float = LEASE_SECONDS,
        wait_s: float = WAIT_SECONDS,
        waiting: Callable[[str], None] | None = None,
    ) -> None:
        self.holder = f"{socket.gethostname()} process {os.getpid()} {secrets.token_hex(4)}"
        self._store, self._seconds = store, seconds
        self._terms = {"holder": self.holder, "milliseconds": int(seconds * 1000)}
        self._place()
        self._take(wait_s, waiting or (lambda holder: None))
        self._over = Event()
        self._heart = Thread(target=self._beat, daemon=True)
        self._heart.start()

    def open(self) -> None:
        """Tell readers that the commit comes; :class:`RebuildBusy` where the lease is lost."""
        if not self._run(_OPEN):
            raise self._lost()

    def fence(self, writer: Writer, content: dict[str, object]) -> None:
        """Write what the content is, where the lease is still ours; else :class:`RebuildBusy`."""
        if not writer.run(_FENCE, holder=self.holder, content=content):
            raise self._lost()

    def close(self) -> None:
        """Give the lease back and make the revision even; one that is lost runs out by itself."""
        self._over.set()
        self._heart.join()
        try:
            self._run(_RELEASE)
        except StoreError:
            return

    def _place(self) -> None:
        """Make the two nodes; where another rebuild did so this moment, take its."""
        try:
            self._store.write(lambda writer: writer.run(_PLACE))
        except StoreError:
            if not list(self._store.stream(READ_REVISION)):
                raise

    def _take(self, wait_s: float, waiting: Callable[[str], None]) -> None:
        deadline = time.monotonic() + wait_s
        while not self._run(_TAKE):
            holder = self._revision().holder
            if time.monotonic() > deadline:
                raise RebuildBusy(
                    f"another rebuild ({holder}) holds the graph; run this one again when it has "
                    "ended, or give it longer with --wait."
                )
            waiting(holder)
            time.sleep(min(_POLL_SECONDS, self._seconds / 4))

    def _beat(self) -> None:
        while not self._over.wait(self._seconds / 3):
            try:
                self._run(_RENEW)
            except StoreError:
                continue  # the fence will tell whether the lease outlived the silence

    def _run(self, text: str) -> list[list[object]]:
        return self._store.write(lambda writer: writer.run(text, **self._terms))

    def _revision(self) -> Revision:
        return revision_of(self._store.stream(READ_REVISION))

    def _lost(self) -> RebuildBusy:
        return RebuildBusy(
            f"this rebuild was silent for longer than {self._seconds:g} s and "
            f"{self._revision().holder or 'another rebuild'} took over; nothing of this one was "
            "written, run it again."
        )
