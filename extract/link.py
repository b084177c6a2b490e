"""From a found name to an entity: an id of the tables, a near name's id, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema import Label
from .known import Known, KnownNames

_LEGAL = re.compile(
    r",? (?:Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|PLC|plc|LLC|LLP|GmbH|KGaA|AG|SE"
    r"|S\.?A|N\.?V|B\.?V|A\.?B|A/S|ASA|AS|Oyj?|SpA|S\.?p\.?A|Pty|Sdn|Bhd|Tbk|SAS|Holdings?|K\.?K)\.?$"
)
_LEGAL_ZH = re.compile(r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|公司|集团|股份)$")
_TRADE_ZH = re.compile(
    r"(?:稀土永磁|稀土新材料?|新材料?|稀土|矿业|钨业|锂业|锑业|锗业|镓业|铝业|铜业|钴业|钼业|铌业|资源|材料|金属"
    r"|磁材|磁业|磁体|永磁|磁性|科技|能源|化学|化工|重工|工业|电子|半导体|冶金|冶炼|矿产|矿物|矿冶|控股"
    r"|电池|汽车|电机|动力|石墨|碳素|高科|稀材|光电|机器人|航空|精密|投资|资本|贸易|实业|锂能|钛业|特钢|钢铁)$"
)
_TOO_COMMON = frozenset(
    "american australian canadian china chinese european general global great international japan"
    " korea national new north northern pacific rare royal south southern united us west western"
    " east eastern central first advanced critical energy lithium magnet metal mineral mountain"
    " black blue green red white the mount san santa saint big royal atlantic arctic african"
    " indian british german french brazil vietnam".split()
)


def without_legal_form(name: str) -> str:
    """A firm's name without "Ltd", "Corp", "有限公司" and the like."""
    shorter = name
    while shorter != (shorter := _LEGAL.sub("", shorter)):
        pass
    stripped = _LEGAL_ZH.sub("", shorter)
    return stripped if len(stripped) >= 2 else shorter


def short_forms(name: str, label: Label) -> Iterator[str]:
    """What an article may call a firm after its full name: "Lynas" for "Lynas Rare Earths"."""
    yield name
    if label is not Label.FIRM:
        return
    bare = without_legal_form(name)
    yield bare
    trade = _TRADE_ZH.sub("", bare)
    if 2 <= len(trade) < len(bare):
        yield trade
    first = bare.split(" ")[0]
    if first != bare and len(first) > 3 and first.lower() not in _TOO_COMMON and first[0].isupper():
        yield first


def remember(names: KnownNames, surface: str, known: Known) -> None:
    """Lets an article's later sentences find the name and its short forms again."""
    if known.label in (Label.COUNTRY, Label.ELEMENT):
        return
    for form in short_forms(surface, known.label):
        names.add(form, known)
