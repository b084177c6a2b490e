"""A Neo4j that answers, however it came to run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

USER = "neo4j"


class Missing(Exception):
    """One way to a server leads nowhere here; the message says what is missing."""


@dataclass(frozen=True)
class Server:
    """Where a Neo4j answers; ``http`` is the address of its Browser, where that is known."""

    uri: str
    password: str = field(repr=False)
    user: str = USER
    http: str | None = None

    def version(self) -> str:
        """The version that it reports; :class:`Missing` when it does not let us in."""
        try:
            with GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
                agent = driver.get_server_info().agent
        except (DriverError, Neo4jError) as error:
            raise Missing(f"{self.uri} does not let the tests in ({error})") from error
        return re.sub(r"^Neo4j/", "", agent)
