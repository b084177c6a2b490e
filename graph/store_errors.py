"""What the driver raises becomes one sentence of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as driver

from ..errors import (
    MonaziteError,
    NotReadOnly,
    ParameterError,
    StoreError,
    StoreRefused,
    StoreUnavailable,
)
from .store_tls import tls_trouble

# The first line that fits names our error and its sentence; codes are prefixes of the server's.
_BY_CODE: tuple[tuple[str, type[MonaziteError], str], ...] = (
    (
        "Neo.ClientError.Security.AuthenticationRateLimit",
        StoreRefused,
        "{where} refuses further attempts for a while after wrong passwords; wait and check "
        "NEO4J_USERNAME and NEO4J_PASSWORD.",
    ),
    (
        "Neo.ClientError.Security.CredentialsExpired",
        StoreRefused,
        "{where} wants a new password first; set one with ALTER CURRENT USER SET PASSWORD and "
        "give it in NEO4J_PASSWORD.",
    ),
    (
        "Neo.ClientError.Security.Forbidden",
        NotReadOnly,
        "this user may only read: {detail}",
    ),
    (
        "Neo.ClientError.Security",
        StoreRefused,
        "{where} refused the user name or the password; check NEO4J_USERNAME and NEO4J_PASSWORD.",
    ),
    (
        "Neo.ClientError.Database.DatabaseNotFound",
        StoreUnavailable,
        "{where} has no such database; check NEO4J_DATABASE.",
    ),
    (
        "Neo.ClientError.Statement.AccessMode",
        NotReadOnly,
        "the query is not read-only: {detail}",
    ),
    (
        "Neo.ClientError.Transaction.TransactionTimedOut",
        StoreError,
        "the query took longer than it may; ask for fewer hops or narrower ends, or allow more "
        "time.",
    ),
    (
        "Neo.ClientError.Statement.ParameterMissing",
        ParameterError,
        "a parameter of the query is missing: {detail}",
    ),
    (
        "Neo.ClientError.Schema.ConstraintValidationFailed",
        StoreError,
        "{where} already holds an id that was to be written; if another rebuild ran meanwhile, run "
        "this one again.",
    ),
    ("Neo.ClientError.Statement", StoreError, "the query cannot be run: {detail}"),
)
_GONE = (driver.ServiceUnavailable, driver.SessionExpired, driver.IncompleteCommit, OSError)


@contextmanager
def translated(where: str, remedy: str) -> Iterator[None]:
    """Raise ours instead of the driver's errors.

    ``where`` names the store in a sentence; ``remedy`` is what to do when it does not answer.
    """
    try:
        yield
    except driver.AuthError as error:
        raise _by_code(error, where) from error
    except driver.Neo4jError as error:
        raise _by_code(error, where) from error
    except driver.ConfigurationError as error:
        raise StoreUnavailable(f"NEO4J_URI cannot be used: {_line(str(error))}") from error
    except _GONE as error:
        trouble = tls_trouble(error, where) or f"{where} does not answer; {remedy}"
        raise StoreUnavailable(trouble) from error
    except driver.DriverError as error:
        raise StoreError(f"{where} and the driver disagree: {_line(str(error))}") from error


def _by_code(error: driver.Neo4jError, where: str) -> MonaziteError:
    detail = _line(error.message or "")
    for prefix, kind, sentence in _BY_CODE:
        if (error.code or "").startswith(prefix):
            return kind(sentence.format(where=where, detail=detail))
    return StoreError(f"{where} reports: {detail or error.code}")


def _line(text: str) -> str:
    first = " ".join(text.split())[:300].rstrip(".")
    return f"{first}."
