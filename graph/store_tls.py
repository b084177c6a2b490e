"""Why a connection did not come about: what TLS said, in one sentence."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

_UNTRUSTED = (
    "{where} shows a certificate that is not trusted ({reason}); name the authority that signed it "
    "in NEO4J_CA_FILE, and in NEO4J_URI the host as the certificate does."
)
_NO_TLS = "{where} does not speak TLS; without it NEO4J_URI begins with bolt:// or neo4j://."
_SILENT = (
    "{where} ends the connection at once; if it wants TLS, NEO4J_URI begins with bolt+s:// or "
    "neo4j+s://."
)


def tls_trouble(error: BaseException, where: str) -> str | None:
    """The sentence for a connection that TLS, or its absence, broke; ``None`` for other causes."""
    for cause in _causes(error):
        match cause:
            case ssl.SSLCertVerificationError():
                return _UNTRUSTED.format(where=where, reason=cause.verify_message.rstrip("."))
            case ssl.SSLError():
                return _NO_TLS.format(where=where)
            case _ if "incomplete handshake" in str(cause):
                return _SILENT.format(where=where)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it; the root causes first."""
    before = (error.__cause__ or error.__context__, *getattr(error, "exceptions", ()))
    for cause in before:
        if isinstance(cause, BaseException):
            yield from _causes(cause)
    yield error
