"""The number grammar: forms of both languages, kinds told by the words beside, read back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.extract.numbers.numerals import read_number
from monazite.extract.numbers.quantities import find_quantities

ENGLISH = [
    ("a deal worth $1.3 billion", "money", 1.3e9, "USD", None),
    ("it paid A$1.65 billion for the plant", "money", 1.65e9, "AUD", None),
    ("C$20m was raised", "money", 2e7, "CAD", None),
    ("700 billion rubles will be spent", "money", 7e11, "RUB", None),
    ("over 90% of the metal", "share", 90, None, "min"),
    ("nearly 90 percent of the metal", "share", 90, None, "approx"),
    ("up to 65 per cent of the metal", "share", 65, None, "max"),
    ("two thirds of the metal", "share", 66.7, None, None),
    ("half of the metal", "share", 50, None, None),
    ("each needs 417 kg", "quantity", 417, "kg", None),
    ("4 tons go into it", "quantity", 4, "t", None),
    ("0.01 million tons a year", "quantity", 10000, "t", None),
    ("at least 17,500 tonnes a year", "quantity", 17500, "t", "min"),
    ("a capacity of 1,200 tpa", "quantity", 1200, "t", None),
    ("some 3 kt of oxide", "quantity", 3000, "t", "approx"),
    ("a 49% stake in the mine", "stake", 49, None, None),
    ("a 25% tariff on magnets", "rate", 25, None, None),
    ("output fell 12%", "change", -12, None, None),
    ("sales rose by 60 percent", "change", 60, None, None),
    ("$55,000 a tonne", "price", 55000, "USD", None),
    ("a wholly owned subsidiary", "stake", 100, None, None),
]
CHINESE = [
    ("斥资7000亿卢布", "money", 7e11, "RUB", None),
    ("价值85亿美元的订单", "money", 8.5e9, "USD", None),
    ("2亿元人民币", "money", 2e8, "CNY", None),
    ("占全球的九成", "share", 90, None, None),
    ("八成以上来自那里", "share", 80, None, "min"),
    ("七成五", "share", 75, None, None),
    ("近三分之一的产量", "share", 33.3, None, "approx"),
    ("百分之九十五", "share", 95, None, None),
    ("过半", "share", 50, None, None),
    ("年产3.4万吨", "quantity", 34000, "t", None),
    ("一万五千吨", "quantity", 15000, "t", None),
    ("四百多公斤", "quantity", 400, "kg", "min"),
    ("1.2万余吨", "quantity", 12000, "t", "min"),
    ("不到500吨", "quantity", 500, "t", "max"),
    ("收购49%股权", "stake", 49, None, None),
    ("持股约8%", "stake", 8, None, "approx"),
    ("加征25%的关税", "rate", 25, None, None),
    ("同比下降12%", "change", -12, None, None),
    ("每吨6万美元", "price", 60000, "USD", None),
    ("储量达2100万吨", "reserve", 2.1e7, "t", None),
    ("产品全数售予对方", "share", 100, None, None),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit", "bound"), ENGLISH)
def test_english_forms(text: str, kind: str, value: float, unit: str, bound: str) -> None:
    _check(text, "en", kind, value, unit, bound)


@pytest.mark.parametrize(("text", "kind", "value", "unit", "bound"), CHINESE)
def test_chinese_forms(text: str, kind: str, value: float, unit: str, bound: str) -> None:
    _check(text, "zh", kind, value, unit, bound)


def _check(text: str, lang: str, kind: str, value: float, unit: str, bound: str) -> None:
    (found,) = find_quantities(text, lang)
    assert (found.kind, found.unit or found.currency, found.bound) == (kind, unit, bound)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "lang", "lo", "hi"),
    [
        ("80–90 % of the metal", "en", 80, 90),
        ("2-4 kg of magnets", "en", 2, 4),
        ("between 50 and 100 kg", "en", 50, 100),
        ("US$500 million to US$1 billion", "en", 5e8, 1e9),
        ("2到4公斤", "zh", 2, 4),
        ("30%至40%", "zh", 30, 40),
        ("三四成", "zh", 30, 40),
        ("1.5亿美元至2亿美元", "zh", 1.5e8, 2e8),
    ],
)
def test_ranges(text: str, lang: str, lo: float, hi: float) -> None:
    (found,) = find_quantities(text, lang)
    assert (found.lo, found.hi, found.value) == (lo, hi, None)


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("from 85% in 2022 to 91% by 2024", "en", [85, 91]),
        ("raised its holding from 49 to 51 percent", "en", [49, 51]),
        ("A 17%, B 12%", "en", [17, 12]),
        ("$1.65 billion and $20m", "en", [1.65e9, 2e7]),
        ("持股由51%升至100%", "zh", [51, 100]),
        ("镝三成,铽五成", "zh", [30, 50]),
    ],
)
def test_several_numbers_stay_apart(text: str, lang: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text, lang)] == values


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("137 kilometers from the port", "en"),
        ("within 14 days", "en"),
        ("the first half of 2025", "en"),
        ("an F-35 squadron", "en"),
        ("两家公司", "zh"),
        ("公司于2023年成立", "zh"),
        ("三成立足本地", "zh"),
        ("数千吨", "zh"),
        ("第18号公告", "zh"),
    ],
)
def test_what_is_no_quantity(text: str, lang: str) -> None:
    assert find_quantities(text, lang) == ()


def test_offsets_are_the_words() -> None:
    text = "该厂年产氧化镝600吨,占全球两成。"
    assert [text[q.start : q.end] for q in find_quantities(text, "zh")] == ["600吨", "两成"]


_DIGITS, _UNITS = "零一二三四五六七八九", ["", "十", "百", "千"]


def _chinese(number: int) -> str:
    """The usual numeral of 1 to 9999."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _UNITS[place]
        gap = not digit
    return text


@given(st.integers(1, 9999))
def test_a_chinese_numeral_is_read_back(number: int) -> None:
    assert read_number(_chinese(number)) == number


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_myriads_add_up(high: int, low: int) -> None:
    rest = ("零" if 0 < low < 1000 else "") + _chinese(low) if low else ""
    expected = high * 10_000 + low
    assert read_number(f"{_chinese(high)}万{rest}") == expected


@given(st.integers(1, 99_999_999))
def test_english_digits_are_read_back(number: int) -> None:
    (found,) = find_quantities(f"it makes {number:,} tonnes a year", "en")
    assert (found.value, found.unit) == (number, "t")


@given(
    st.decimals(min_value="0.1", max_value="999.9", places=1),
    st.sampled_from([("million", 1e6), ("billion", 1e9), ("trillion", 1e12)]),
    st.sampled_from([("$", "USD"), ("A$", "AUD"), ("€", "EUR"), ("₩", "KRW")]),
)
def test_money_in_english(number: object, scale: tuple[str, float], sign: tuple[str, str]) -> None:
    (found,) = find_quantities(f"worth {sign[0]}{number} {scale[0]} in all", "en")
    assert found.currency == sign[1]
    assert found.value == pytest.approx(float(str(number)) * scale[1])


@given(
    st.decimals(min_value="0.1", max_value="999.9", places=1),
    st.sampled_from([("万", 1e4), ("亿", 1e8), ("", 1.0)]),
    st.sampled_from([("美元", "USD"), ("元", "CNY"), ("澳元", "AUD"), ("日元", "JPY")]),
)
def test_money_in_chinese(number: object, scale: tuple[str, float], name: tuple[str, str]) -> None:
    (found,) = find_quantities(f"总价{number}{scale[0]}{name[0]}。", "zh")
    assert found.currency == name[1]
    assert found.value == pytest.approx(float(str(number)) * scale[1])


@given(st.text(max_size=80), st.sampled_from(["en", "zh"]))
def test_any_text_is_read_without_error_and_in_order(text: str, lang: str) -> None:
    found = find_quantities(text, lang)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
