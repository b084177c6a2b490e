"""Every exception that monazite raises on purpose.

::

    MonaziteError
    ├── InputError             an input file or line cannot be read (exit code 3 when all fail)
    ├── OutputError            a file cannot be written
    ├── CannotServe            an address at which nothing can be served
    ├── SchemaError            a value breaks the rules of ``schema/``
    ├── UnknownName            an entity, query, parameter or type that does not exist
    ├── ParameterError         a query parameter of the wrong type or out of range
    ├── NotReadOnly            a reading client was given Cypher that writes
    ├── StoreError             the graph store cannot be used
    │   ├── StoreUnavailable   no answer, or the embedded engine did not start
    │   ├── StoreRefused       wrong user name or password
    │   ├── StoreUnsupported   a server version that monazite does not speak to
    │   ├── ForeignGraph       the database holds nodes that are not monazite's
    │   ├── GraphBusy          a rebuild is changing the graph and does not end
    │   ├── GraphChanged       the graph was rebuilt in the middle of a snapshot
    │   └── GraphUnfinished    the graph's first load was cut off
    ├── ClaimStoreError        the claim store (SQLite) cannot be read or written
    ├── RebuildRefused         the plan would remove too much of the graph
    ├── RebuildBusy            another rebuild holds the graph
    ├── Stopped                the work was told to stop before its end, and was undone
    └── MissingExtra           an optional package is not installed

Each message is one sentence that names the file, line or field and says what to do.
"""

from __future__ import annotations

from collections.abc import Iterable


class MonaziteError(Exception):
    """Root of all errors of this package; ``exit_code`` is what the command line ends with."""

    exit_code = 1


class InputError(MonaziteError):
    """An input file or line cannot be read."""

    exit_code = 3


class OutputError(MonaziteError):
    """A file cannot be written."""

    def __init__(self, path: object, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(f"{path} cannot be written ({reason}); choose another place or make room.")


class CannotServe(MonaziteError):
    """An address at which nothing can be served: taken, or not this machine's."""

    def __init__(self, address: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(f"{address} cannot be served ({reason}); choose another --port or --host.")


class SchemaError(MonaziteError, ValueError):
    """A value breaks the rules of ``schema/``."""


class UnknownName(MonaziteError, LookupError):
    """An entity, query, parameter or type that does not exist, with the nearest ones that do."""

    exit_code = 2

    def __init__(self, kind: str, name: str, near: Iterable[str] = (), remedy: str = "") -> None:
        self.kind, self.name, self.near = kind, name, list(near)
        hint = f"; did you mean {' or '.join(self.near)}?" if self.near else "."
        super().__init__(
            f"there is no {kind} called {name!r}{hint}{' ' + remedy if remedy else ''}"
        )


class ParameterError(MonaziteError, ValueError):
    """A query parameter of the wrong type or out of range."""

    exit_code = 2


class NotReadOnly(MonaziteError):
    """A reading client was given Cypher that writes."""

    exit_code = 2


class StoreError(MonaziteError):
    """The graph store cannot be used."""

    exit_code = 5


class StoreUnavailable(StoreError):
    """The store does not answer, or the embedded engine did not start."""


class StoreRefused(StoreError):
    """The store refused the user name or the password."""


class StoreUnsupported(StoreError):
    """The server's version is one that monazite does not speak to."""


class ForeignGraph(StoreError):
    """The database holds nodes that monazite did not write."""


class GraphBusy(StoreError):
    """A rebuild is changing the graph and did not end in time."""


class GraphChanged(StoreError):
    """The graph was rebuilt in the middle of a snapshot."""


class GraphUnfinished(StoreError):
    """The first load of the graph was cut off: it is not whole yet."""


class ClaimStoreError(MonaziteError):
    """The claim store (SQLite) cannot be read or written."""

    exit_code = 6


class RebuildRefused(MonaziteError):
    """The plan would remove more of the graph than the set share."""

    exit_code = 7


class RebuildBusy(MonaziteError):
    """Another rebuild holds the graph."""

    exit_code = 8


class Stopped(MonaziteError):
    """The work was told to stop before its end, and was undone."""

    def __init__(self, step: str) -> None:
        super().__init__(f"stopped while {step}; run again to finish.")


class MissingExtra(MonaziteError, ImportError):
    """An optional package is not installed; the message holds the command that installs it."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the package {package}; install it with "
            f"pip install 'monazite[{extra}]'."
        )
