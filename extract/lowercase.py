"""Lower case, one character for one, so that offsets stay as they are.

Tables that ignore case are written in lower case and looked for in such a text: a regular
expression that ignores case itself is about five times slower.
"""

from __future__ import annotations


def lowercase(text: str) -> str:
    """``text`` in lower case; always of the same length ("İ", whose small form is two, stays)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
