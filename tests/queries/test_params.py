"""Parameters: from text and Python values, with defaults and bounds."""

from __future__ import annotations

import datetime as dt

import pytest
from monazite.errors import ParameterError, UnknownName
from monazite.queries import Parameter, find_query
from monazite.queries.params import bind

PATHS = find_query("dependency-paths")
ENDS: dict[str, object] = {"source": "China", "target": "F-35"}


def upper(text: str, parameter: Parameter) -> str:
    """Stands for the store: the name in capitals is the id."""
    return text.upper()


def test_defaults() -> None:
    assert bind(PATHS, ENDS, upper) == {
        "source": "CHINA",
        "target": "F-35",
        "max_hops": 4,
        "min_belief": 0.5,
        "as_of": dt.date.today(),
        "planned": False,
        "limit": 25,
    }


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("max_hops", "3", 3),
        ("max_hops", 3.0, 3),
        ("min_belief", "0.25", 0.25),
        ("min_belief", 1, 1.0),
        ("as_of", "2025-05-01", dt.date(2025, 5, 1)),
        ("as_of", dt.date(2025, 5, 1), dt.date(2025, 5, 1)),
        ("as_of", dt.datetime(2025, 5, 1, 8), dt.date(2025, 5, 1)),
        ("planned", "Yes", True),
        ("planned", False, False),
        ("limit", None, 25),
    ],
)
def test_values(name: str, given: object, value: object) -> None:
    bound = bind(PATHS, {**ENDS, name: given}, upper)[name]
    assert bound == value
    assert type(bound) is type(value)


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("max_hops", "7", "max_hops must be a whole number at least 1 and at most 6, not '7'."),
        ("max_hops", 0, "not 0"),
        ("max_hops", 2.5, "not 2.5"),
        ("max_hops", True, "not True"),
        ("max_hops", "many", "not 'many'"),
        ("min_belief", "nan", "min_belief must be a number at least 0 and at most 1, not 'nan'."),
        ("min_belief", -0.1, "not -0.1"),
        ("as_of", "May 2025", "as_of must be a date such as 2025-05-01, not 'May 2025'."),
        ("as_of", 2025, "not 2025"),
        ("planned", "perhaps", "planned must be true or false, not 'perhaps'."),
    ],
)
def test_a_bad_value_is_one_sentence(name: str, given: object, message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        bind(PATHS, {**ENDS, name: given}, upper)
    assert message in str(caught.value)


def test_a_closed_list_is_listed() -> None:
    with pytest.raises(ParameterError, match=r"stage must be one of reserves, .* 'minning'"):
        bind(find_query("shares"), {"thing": "x", "stage": "minning"}, upper)
    bound = bind(find_query("shares"), {"thing": "x", "stage": "Mining", "origin": "News"}, upper)
    assert (bound["stage"], bound["origin"]) == ("mining", "news")


def test_a_missing_parameter_says_what_it_is() -> None:
    with pytest.raises(ParameterError, match="dependency-paths needs target: what depends on it"):
        bind(PATHS, {"source": "China"}, upper)
    with pytest.raises(ParameterError, match="sentences needs fact"):
        bind(find_query("sentences"), {}, upper)


def test_an_empty_text_is_no_value() -> None:
    with pytest.raises(ParameterError, match="fact must be text"):
        bind(find_query("sentences"), {"fact": " "}, upper)


def test_an_unknown_parameter_is_told_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"parameter of dependency-paths .* max_hops"):
        bind(PATHS, {**ENDS, "max_hop": 3}, upper)


def test_today_is_the_day_of_the_question() -> None:
    before = dt.date.today()
    bound = bind(PATHS, {**ENDS, "as_of": "Today"}, upper)["as_of"]
    assert bound in (before, dt.date.today()), "midnight may pass in between"
