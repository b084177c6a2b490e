"""Bytes become text: UTF-8, or GB18030 where that reads as Chinese; everything else is refused."""

from __future__ import annotations

_BOM = b"\xef\xbb\xbf"
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
    foreign = [character for character in text if not character.isascii()]
    usual = len("".join(foreign).encode("gb2312", "ignore")) // 2
    if usual < _USUAL_SHARE * len(foreign):
        raise Undecodable(remedy)
    return text
