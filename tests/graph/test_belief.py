"""Belief: independent stories add up, copies of one story do not."""

import math
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from monazite.errors import SchemaError
from monazite.graph.belief import SourceTable, belief, reliability
from monazite.schema import parse

SUPPORT = st.tuples(st.sampled_from("abcdef"), st.floats(0, 0.99))
SUPPORTS = st.lists(SUPPORT, max_size=12)


def by_logarithms(support: list[tuple[str, float]]) -> float:
    """The same number, by adding logarithms over the stories' maxima."""
    stories = groupby(sorted(support), key=lambda pair: pair[0])
    return -math.expm1(sum(math.log1p(-max(w for _, w in group)) for _, group in stories))


@given(SUPPORTS)
def test_belief_is_what_the_formula_says(support: list[tuple[str, float]]) -> None:
    assert belief(support) == pytest.approx(by_logarithms(support), abs=1e-6)


@given(SUPPORTS)
def test_belief_is_a_probability_and_at_least_the_best_claim(
    support: list[tuple[str, float]],
) -> None:
    best = max((weight for _, weight in support), default=0.0)
    assert best - 1e-6 <= belief(support) <= 1


@given(SUPPORTS, SUPPORT)
def test_one_claim_more_never_lowers_belief(
    support: list[tuple[str, float]], extra: tuple[str, float]
) -> None:
    assert belief([*support, extra]) >= belief(support)


@given(SUPPORTS, st.randoms())
def test_order_does_not_matter(support: list[tuple[str, float]], random: object) -> None:
    shuffled = list(support)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert belief(shuffled) == belief(support)


def test_copies_count_once_and_stories_add_up() -> None:
    assert belief([("a", 0.5)] * 9) == 0.5
    assert belief([("a", 0.5), ("b", 0.5)]) == 0.75
    assert belief([]) == 0


def test_reliability_by_source() -> None:
    usual = reliability("Harbour Metals Wire")
    assert reliability("Mountain Ore Gazette") == usual
    assert reliability(None) == reliability("  ") < usual
    assert reliability("sohu") < usual < reliability("REUTERS")
    assert reliability("Sou Hu  Cai Jing") == reliability("搜狐")


def test_a_source_that_is_always_right_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"^sources.yaml: default: .*less than 1\.$"):
        parse(SourceTable, {"default": 1.0, "unnamed": 0.8}, "sources.yaml")
