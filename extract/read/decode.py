"""Bytes become text: UTF-8, or GB18030 where that reads as Chinese; everything else is refused."""

from __future__ import annotations

import re

_BOM = b"\xef\xbb\xbf"
# The characters of GB 2312, which all but a few of a text are.
_USUAL = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_USUAL_SHARE = 0.95


class Undecodable(Exception):
    """The bytes are no text in an encoding that is read; the message is the end of a sentence."""


def decode(data: bytes) -> str:
    """``data`` as text; :class:`Undecodable` says what it is instead.

    A page may be cut off inside a character: what is left of that one is dropped.
    """
    if b"\0" in data:
        raise Undecodable("holds NUL bytes, which no text does; export it as UTF-8 text.")
    data = data.removeprefix(_BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return data[: error.start].decode("utf-8")
    return _decode_chinese(data)


def _decode_chinese(data: bytes) -> str:
    """GB18030, which gives some character for most bytes: the characters must be usual ones."""
    remedy = "is neither UTF-8 nor GB18030 text; save it as UTF-8."
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise Undecodable(remedy) from None
    foreign = sum(not character.isascii() for character in text)
    if len(_USUAL.findall(data)) < _USUAL_SHARE * foreign:
        raise Undecodable(remedy)
    return text
