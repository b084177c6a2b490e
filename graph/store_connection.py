"""A connection to the store: the driver, what answers at its other end, and where that is."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from neo4j import READ_ACCESS, Driver, Session

from ..errors import StoreError, StoreUnavailable, StoreUnsupported
from .embedded import EngineLease
from .embedded_cause import cause
from .embedded_files import EngineFiles
from .settings import EMBEDDED_DATABASE, StoreSettings
from .store_driver import Address, open_driver
from .store_errors import translated

_OLDEST_NEO4J = (5, 26)
_DYING_SECONDS = 1.0
# How long a transaction is begun again. An embedded engine that died comes back at another address.
_RETRY_SECONDS, _EMBEDDED_RETRY_SECONDS = 30.0, 5.0
_SUPPORTED = "Neo4j 5.26 or newer, and to ArcadeDB"


class Connection:
    """Opens the driver, and opens it again after it was lost."""

    def __init__(self, settings: StoreSettings, *, write: bool) -> None:
        self._settings = settings
        self._write = write
        self._driver: Driver | None = None
        self._lease: EngineLease | None = None
        self._agent = ""
        self._opening = Lock()

    @property
    def embedded(self) -> bool:
        """Whether the store is the embedded engine."""
        return self._settings.uri is None

    @property
    def keeps_time(self) -> bool:
        """Whether the server itself ends a query at the time limit it is given."""
        return "ArcadeDB" not in self._agent

    @property
    def explains(self) -> bool:
        """Whether the server's EXPLAIN tells a query that writes from one that reads."""
        return "ArcadeDB" not in self._agent

    @property
    def description(self) -> str:
        """Product and version, address, database."""
        place = f"embedded in {self._settings.home}" if self.embedded else self._settings.uri
        database = "" if self.embedded else f", database {self._settings.database or 'default'}"
        return f"{self._agent}, {place}{database}"

    def open(self) -> Driver:
        """The driver, connected and checked; threads may ask at the same time."""
        with self._opening:
            return self._open()

    def _open(self) -> Driver:
        if self._driver is None:
            try:
                self._driver = self._opened()
            except StoreUnavailable:
                if not self.embedded:
                    raise
                # An engine that was killed this moment holds its lock until it is gone.
                time.sleep(_DYING_SECONDS)
                self._driver = self._opened()
        return self._driver

    def _opened(self) -> Driver:
        with self.translated():
            driver = self._connect()
            try:
                self._check(driver)
            except BaseException:
                driver.close()
                raise
            return driver

    def close(self) -> None:
        """Close the driver and give back the engine's lease."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        if self._lease is not None:
            self._lease.release()
            self._lease = None

    def abandon(self) -> None:
        """Forget a driver whose connections are busy; the next use opens a fresh one."""
        self._driver = None

    def session(self, access: str) -> Session:
        """A session on the store's database."""
        return self.open().session(database=self._database, default_access_mode=access)

    def address(self) -> Address:
        """Where the store answers; the embedded engine is started for it when it does not run."""
        settings = self._settings
        if settings.uri is not None:
            user = settings.username, settings.password
            return Address(settings.uri, *user, settings.database, settings.ca_file)
        self._lease = self._lease or EngineLease(settings)
        engine = self._lease.engine()
        user = ("root", engine.root) if self._write else ("reader", engine.reader)
        return Address(f"bolt://127.0.0.1:{engine.port}", *user, EMBEDDED_DATABASE)

    @property
    def _database(self) -> str | None:
        return EMBEDDED_DATABASE if self.embedded else self._settings.database

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raise our own errors, and drop a driver that lost its server."""
        where = "the embedded engine" if self.embedded else f"the store at {self._settings.uri}"
        remedy = (
            f"the next command starts it again (its log is in {self._settings.home / 'engine'})."
            if self.embedded
            else "check that it runs and that NEO4J_URI names it."
        )
        try:
            with translated(where, remedy):
                yield
        except StoreError as error:
            lost = isinstance(error, StoreUnavailable)
            if lost:
                self.abandon()
            if self.embedded and (why := cause(EngineFiles(self._settings.home), died=lost)):
                raise StoreUnavailable(why) from error
            raise

    def _connect(self) -> Driver:
        retry = _EMBEDDED_RETRY_SECONDS if self.embedded else _RETRY_SECONDS
        return open_driver(self.address(), retry)

    def _check(self, driver: Driver) -> None:
        with driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
            agent = session.run("RETURN 1").consume().server.agent
        self._agent = product(agent)


def product(agent: str) -> str:
    """Product and version from what a server calls itself; :class:`StoreUnsupported` if too old."""
    if arcade := re.search(r"ArcadeDB [\d.]+", agent):
        return arcade[0]
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if version is None or (int(version[1]), int(version[2])) < _OLDEST_NEO4J:
        raise StoreUnsupported(f"the server is {agent}; monazite speaks to {_SUPPORTED}.")
    return agent
