"""The Neo4j release lines that the tests run on, beside the embedded engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A release line: ``name`` begins its versions, ``version`` is the one whose jars are fetched.

    ``java`` are the Java releases that it runs on, ``main`` is the class that starts it.
    """

    name: str
    version: str
    image: str
    java: range
    main: str

    def has(self, version: str) -> bool:
        """Whether a server's version is of this line."""
        return version.startswith(f"{self.name}.")


LINES = {
    line.name: line
    for line in (
        Line(
            "5.26",
            "5.26.28",
            "neo4j:5.26-community",
            range(17, 26),
            "org.neo4j.server.CommunityEntryPoint",
        ),
        Line(
            "2026",
            "2026.09.0",
            "neo4j:2026.09.0-community",
            range(21, 100),
            "org.neo4j.server.Neo4jCommunity",
        ),
    )
}
EMBEDDED = "embedded"
ENGINES = (EMBEDDED, *LINES)
