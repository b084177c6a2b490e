"""The graph as a ``py2neo.Graph``, for notebooks that were written for py2neo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra, StoreUnavailable

if TYPE_CHECKING:
    from ..graph.store import Store


def py2neo_graph(store: Store) -> Any:
    """A ``py2neo.Graph`` on the server of an open store, as the store's user.

    :class:`MissingExtra` without py2neo; :class:`StoreUnavailable` where py2neo cannot connect.
    """
    try:
        from py2neo import Graph
        from py2neo.errors import ConnectionUnavailable
    except ImportError:
        raise MissingExtra("py2neo", "py2neo", "py2neo()") from None
    address = store.address
    # py2neo knows no routing; one server answers what is only read.
    uri = address.uri.replace("neo4j", "bolt", 1)
    try:
        return Graph(uri, auth=(address.username, address.password or ""), name=address.database)
    except ConnectionUnavailable:
        raise StoreUnavailable(
            f"py2neo cannot connect to {uri}; over TLS it trusts the authorities of SSL_CERT_FILE "
            "or of the system, not those of NEO4J_CA_FILE."
        ) from None
