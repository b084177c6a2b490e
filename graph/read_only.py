"""Is this Cypher read-only?  A check of the text that needs no server.

Strings, comments and names in backticks are left out; what remains must hold no word that writes,
administers or reads files, show nothing but the schema, and call no procedure or function of a
namespace outside short lists: some of them send what they are given over the network. A property
or variable that is called like such a word is written in backticks. Servers with an EXPLAIN that
tells reading from writing are asked too (:mod:`.store_plan`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import NotReadOnly

_WRITING = frozenset(
    {
        "ALTER", "CREATE", "DEALLOCATE", "DELETE", "DENY", "DETACH", "DROP", "ENABLE", "FOREACH",
        "GRANT", "INSERT", "LOAD", "MERGE", "NODETACH", "REALLOCATE", "REMOVE", "RENAME", "REVOKE",
        "SET", "TERMINATE", "TRANSACTIONS", "USE",
    }
)  # fmt: skip

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
    }
)
"""The procedures that may be called, in lower case."""

_NAMESPACES = frozenset(
    {
        "date", "datetime", "duration", "localdatetime", "localtime", "point", "time",
        "vector.similarity",
    }
)  # fmt: skip
_CALLABLE = frozenset(name.rpartition(".")[0] for name in PROCEDURES)
_SHOWN = frozenset({"CONSTRAINTS", "FUNCTIONS", "INDEXES", "PROCEDURES"})

# Every character that any server may take for the end of the line.
_COMMENT = r"//[^\n\r\x85\u2028\u2029]*|/\*.*?\*/"
_QUOTED = r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`"""
_INERT = re.compile(f"{_QUOTED}|{_COMMENT}", re.DOTALL)
# CALL { .. } and CALL (x) { .. } are subqueries, whose words are looked at like all others.
_CALLED = re.compile(r"\bCALL\b\s*([^\s({;]*)", re.IGNORECASE)
_NAME = r"(?:[^\W\d]\w*|``)"
_NAMESPACED = re.compile(rf"({_NAME}(?:\s*\.\s*{_NAME})*)\s*\.\s*{_NAME}\s*\(")
_SHOW = re.compile(r"(?<![\w.])SHOW\s+(\w+)", re.IGNORECASE)
_SECOND_STATEMENT = re.compile(r";\s*\S")
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


def require_read_only(cypher: str) -> None:
    """Raise :class:`NotReadOnly`, naming the word, where the text could do more than read."""
    # Servers may decode \\uXXXX before they look for quotes, so both readings must be harmless.
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)
    for text in dict.fromkeys((cypher, decoded)):
        for word in _writing_words(text):
            raise NotReadOnly(
                f"the query is not read-only: {word} is not allowed here; "
                "write a name that looks like it in `backticks`."
            )


def _writing_words(text: str) -> Iterator[str]:
    bare = _INERT.sub(lambda found: " " if found[0].startswith("/") else " `` ", text)
    yield from (word for word in re.findall(r"\w+", bare.upper()) if word in _WRITING)
    called = [name for name in _CALLED.findall(bare) if name]
    yield from (f"CALL {name}" for name in called if name.lower() not in PROCEDURES)
    yield from (f"SHOW {word}" for word in _SHOW.findall(bare) if word.upper() not in _SHOWN)
    for namespace in (re.sub(r"\s", "", name) for name in _NAMESPACED.findall(bare)):
        if namespace.lower() not in _NAMESPACES | _CALLABLE:
            yield f"the function {namespace}.…()"
    if _SECOND_STATEMENT.search(bare):
        yield "a second statement after ;"
