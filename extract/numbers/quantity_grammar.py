"""The grammar of numbers, compiled for one language from the words in ``quantities.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...schema.article import Language
from ..tables import alternatives, table
from .numerals import CHINESE_NUMERALS

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DASH = r"\s?(?:-|–|—|~|～)\s?"
_ENGLISH = r"""(?=[\d{starts}ab])(?<!\d[.,])(?<![\w-])
    (?:(?P<between>between)\s)?(?:(?P<sign>{signs})\s?)?
    (?P<low>(?!(?:19|20)\d\d\s)(?:{digits})
        |\b(?:a(?=\s(?:{scales})\b)|(?:(?:{numerals})(?:[\s-](?:{numerals}))*))\b)
    (?:[\s-]?(?P<low_scale>{scales})\b)?
    (?:\s?(?P<first>%|percent|per\scent|(?:{units})\b)?
        (?:{dash}|\s(?:to|or)\s|(?(between)\sand\s|(?!)))(?:{signs})?
        (?P<high>{digits}|(?:{numerals})\b)(?:[\s-]?(?P<scale>{scales})\b)?)?
    (?:{measure}|(?(sign)|(?!)))"""
_MEASURE_EN = r"""(?:[\s-]?(?:(?P<point>(?:{points})\b)|(?P<percent>%|(?:{percents})\b)
    |(?P<currency>(?:{currencies})\b)|(?P<unit>(?:{units})\b)))"""
_CHINESE = r"""(?=[\d{starts}{han}])(?<!\d[.,])(?<![\dA-Za-z])(?<![A-Za-z]-)
    (?:(?P<sign>{signs})\s?)?
    (?P<low>{digits}|(?<![第数几{han}])[{han}]+(?:点[{han}]+)?)
    (?:多|余|来|几)?(?P<low_scale>{scales})?[多余]?
    (?:\s?(?P<first>[%％]|{currencies}|{units})?(?:{dash}|至|到)
        (?P<high>{digits}|[{han}]+)(?P<scale>{scales})?)?
    (?:{measure}|(?(sign)|(?!)))"""
_MEASURE_ZH = r"""(?:\s?(?:(?P<point>{points})|(?P<percent>{percents})
    |(?P<tenths>成(?![立为功员了本份都交果熟分品长就因套])(?P<half>半|[一二三四五六七八九](?!成))?)
    |(?P<currency>{currencies})|(?P<unit>(?:{units})(?![A-Za-z级位]))))"""
_PART_OF = (
    r"百分之(?P<percent>[{han}]+(?:点[{han}]+)?|{digits})"
    r"|(?P<parts>[{han}]+)分之(?P<of>[{han}]+)"
)
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Grammar:
    """What :mod:`.quantities` needs to read the numbers of one language.

    ``number`` matches a number with its unit, ``fraction`` a word for a part of the whole
    ("half", "一半"), ``part_of`` a Chinese fraction ("三分之一", "百分之九十"),
    ``whole`` the words for all of it. ``before`` and
    ``after`` map a kind, ``bound_before`` and ``bound_after`` a bound, to the words beside it.
    """

    lang: Language
    words: Mapping[str, Any]
    number: re.Pattern[str]
    fraction: re.Pattern[str]
    part_of: re.Pattern[str]
    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]
    bound_before: Mapping[str, re.Pattern[str]]
    bound_after: Mapping[str, re.Pattern[str]]
    falls: re.Pattern[str]
    whole: Mapping[str, re.Pattern[str]]


@cache
def grammar(lang: Language) -> Grammar:
    """The compiled grammar of a language."""
    words = table("quantities", "numbers")[lang]
    pieces = {
        "signs": alternatives(words["currency_signs"]),
        "numerals": alternatives([w for w in words.get("numerals", ()) if w != "a"]),
        "starts": _starts([*words["currency_signs"], *words.get("numerals", ())]),
        "scales": alternatives(words["scales"]),
        "points": _spaced(words["points"]),
        "percents": _spaced(words["percents"]),
        "currencies": _spaced(words["currencies"]),
        "units": _spaced(words["units"]),
        "digits": _DIGITS,
        "dash": _DASH,
        "han": CHINESE_NUMERALS,
    }
    template, measure = (_CHINESE, _MEASURE_ZH) if lang == "zh" else (_ENGLISH, _MEASURE_EN)
    number = template.format(measure=measure.format(**pieces), **pieces)
    return Grammar(
        lang,
        words,
        re.compile(number, re.X),
        _fraction(words["fractions"], lang),
        re.compile(_PART_OF.format(**pieces)) if lang == "zh" else _NOTHING,
        {kind: _left(beside) for kind, beside in words["contexts"]["before"].items()},
        {kind: _right(beside) for kind, beside in words["contexts"]["after"].items()},
        {bound: _left(beside) for bound, beside in words["bounds"]["before"].items()},
        {bound: _right(beside) for bound, beside in words["bounds"]["after"].items()},
        re.compile(alternatives(words["falls"])),
        {kind: _words(said, lang) for kind, said in words["whole"].items()},
    )


def _starts(words: Iterable[str]) -> str:
    """What the words begin with, for a set: all other places of a text are passed over at once."""
    return "".join(re.escape(letter) for letter in sorted({word[0] for word in words}))


def _spaced(words: object) -> str:
    """Alternatives for a verbose pattern, where white space must be written out."""
    return alternatives(words).replace("\\ ", r"\s")


def _fraction(words: Mapping[str, float], lang: Language) -> re.Pattern[str]:
    if lang == "zh":
        return re.compile(alternatives(words))
    halves_of_time = r"(?<!first )(?<!second )(?<!last )(?<!next )(?<!and a )(?<!two-and-a-)"
    return re.compile(
        rf"\b(?=[{_starts(words)}]){halves_of_time}(?:{alternatives(words)})"
        r"\b(?![\s-]?(?:a|an|year|month)\b)"
    )


def _words(words: object, lang: Language) -> re.Pattern[str]:
    edge = "" if lang == "zh" else r"\b"
    return re.compile(f"{edge}(?:{alternatives(words)}){edge}")


def _left(words: object) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{alternatives(words)})\s?(?:the |a |an |its )?$", re.I)


def _right(words: object) -> re.Pattern[str]:
    return re.compile(
        rf"^\s?(?:(?:direct|minority|majority|controlling|economic|import|average)\s)?"
        rf"(?:{alternatives(words)})(?![A-Za-z])",
        re.I,
    )
