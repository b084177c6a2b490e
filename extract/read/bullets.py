"""The one-line body of a topic page's entry becomes lines: headings, bullets, sentences."""

from __future__ import annotations

import re

_MARK = r"(?:\[\d+\])+"
# "... tons [1][3] Group 1: ...", "... [5]. Industry Overview - ...": a heading after the marks.
_AFTER_MARKS = re.compile(rf"(?<=\])(\.?) (?=[A-Z0-9“\"'‘(])(?!{_MARK})")
_BULLET = re.compile(r"^- (?=\S)|(?:(?<=\])|(?<=\]\.)|(?<=[a-z0-9%)][.!?])|(?<=。)) - (?=\S)")
_FIRST_BULLET = re.compile(
    r"^(?P<heading>(?:Group \d+(?:: .{1,120}?)?|Core [A-Z]\w+|[A-Z][\w'’&/.-]*"
    r"(?: (?:[A-Z][\w'’&/.-]*|and|of|in|on|for|the|to|vs\.?|&)){0,8})) - (?=\S)"
)


def bullet_lines(body: str) -> str:
    """``body`` with each heading and each bullet on a line of its own, bullet signs removed.

    Lines that are there already stay. A dash inside a sentence is no bullet: bullets follow a
    heading, a ``[n]`` mark or the end of a sentence.
    """
    lines: list[str] = []
    for line in body.split("\n"):
        for part in _AFTER_MARKS.sub(r"\1\n", line).split("\n"):
            for bullet in _BULLET.split(part):
                lines.extend(_FIRST_BULLET.sub(r"\g<heading>\n", bullet.strip()).split("\n"))
    return "\n".join(line for line in lines if line)
