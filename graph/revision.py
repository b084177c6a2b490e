"""What readers look at to see a rebuild: is one being committed, and has one been meanwhile?

Two ``(:Graph)`` nodes stand beside the data. ``lease`` holds ``revision``, the ``holder`` of the
graph and ``lease_until`` (milliseconds of the server's clock, so that no client's clock matters).
The revision is odd from just before a commit until just after it: while one large transaction
commits, a scan sees a mixture on every engine. ``content`` is written by the data's own
transaction: ``built_from`` (see :mod:`.rebuild`), ``unfinished`` while a first load is under way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# The revision of a writer who died stays odd; nothing of his can come any more once his lease is
# over, so the graph is safe to read.
READ_REVISION = """\
MATCH (g:Graph {id: 'lease'})
OPTIONAL MATCH (c:Graph {id: 'content'})
RETURN g.revision, g.revision % 2 = 1 AND coalesce(g.lease_until > timestamp(), false),
       coalesce(c.unfinished, false), coalesce(g.holder, ''), coalesce(c.built_from, '')"""


@dataclass(frozen=True, slots=True)
class Revision:
    """The state of the graph as a reader finds it.

    ``committing``: a living rebuild changes it this moment. ``unfinished``: a first load has
    begun and not ended. ``holder``: host, process and token of the last rebuild, if it still
    holds the graph. ``built_from``: what the content was built from.
    """

    number: int = 0
    committing: bool = False
    unfinished: bool = False
    holder: str = ""
    built_from: str = ""


def revision_of(rows: Iterable[list[object]]) -> Revision:
    """The answer to :data:`READ_REVISION`; a graph that was never built is at revision 0."""
    for number, committing, unfinished, holder, built_from in rows:
        return Revision(
            int(str(number)), bool(committing), bool(unfinished), str(holder), str(built_from)
        )
    return Revision()
