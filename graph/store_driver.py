"""The driver, opened on an address: its scheme, its user, and whose certificates it trusts."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, TrustCustomCAs

from ..errors import StoreUnavailable

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True)
class Address:
    """Where a store answers and as whom it is asked; no ``database`` is the server's default.

    ``ca_file`` holds the authorities, in PEM form, that are trusted instead of the system's.
    """

    uri: str
    username: str
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    ca_file: Path | None = None


def open_driver(address: Address, retry_s: float) -> Driver:
    """A driver that has not connected yet; it begins a transaction again for ``retry_s`` seconds.

    :class:`StoreUnavailable` for an address of no use.
    """
    # The driver's own report of a lost connection would come before our sentence on the screen.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    uri, trust = _trusting(address.uri, address.ca_file)
    return GraphDatabase.driver(
        uri,
        auth=(address.username, address.password) if address.password else None,
        connection_timeout=10,
        connection_acquisition_timeout=30,
        max_transaction_retry_time=retry_s,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        **trust,  # type: ignore[arg-type]
    )


def _trusting(uri: str, ca_file: Path | None) -> tuple[str, dict[str, object]]:
    """The address and the options that make the driver trust the file's authorities."""
    scheme, _, place = uri.partition("://")
    if scheme not in _SCHEMES or not place:
        raise StoreUnavailable(
            f"NEO4J_URI is {uri!r}; it begins with bolt:// or neo4j://, as in "
            "bolt://localhost:7687."
        )
    if ca_file is None:
        return uri, {}
    plain = scheme.removesuffix("+s")
    if plain == scheme:
        raise StoreUnavailable(
            f"NEO4J_CA_FILE is set, but {scheme}:// in NEO4J_URI checks no certificate; write "
            f"{scheme.partition('+')[0]}+s://."
        )
    # The driver takes authorities of one's own only with the plain scheme.
    trust = {"encrypted": True, "trusted_certificates": TrustCustomCAs(str(ca_file))}
    return f"{plain}://{place}", trust
