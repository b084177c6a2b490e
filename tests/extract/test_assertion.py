"""What a sentence asserts, denies, or leaves open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from monazite.extract.assertion import assertion
from monazite.extract.context import Context, Vote

ContextOf = Callable[..., Context]
A, B, GA = "[Arrow=Firm:A]", "[Brightwater=Firm:B]", "[gallium=Element:Ga]"


def _said(context: Context, relation: str, trigger: str) -> str:
    start = context.text.index(trigger)
    ends = context.mentions
    span = (start, start + len(trigger))
    return assertion(Vote("v", ends[0], relation, ends[-1], span), context)


@pytest.mark.parametrize(
    ("marked", "relation", "trigger", "said"),
    [
        (f"{A} acquired {B}.", "ACQUIRES", "acquired", "stated"),
        (f"{A} will acquire {B}.", "ACQUIRES", "acquire", "stated"),
        (f"{A} did not acquire {B}.", "ACQUIRES", "acquire", "negated"),
        (f"{A} doesn't own {B}.", "ACQUIRES", "own", "negated"),
        (f"{A} no longer supplies {B}.", "SUPPLIES", "supplies", "negated"),
        (f"{A} makes no {GA}.", "PRODUCES", "makes", "negated"),
        (f"{A} stopped supplying {B}.", "SUPPLIES", "supplying", "negated"),
        (f"{A} could acquire {B}.", "ACQUIRES", "acquire", "unasserted"),
        (f"{A} hopes to acquire {B}.", "ACQUIRES", "acquire", "unasserted"),
        (f"{A} is in talks to acquire {B}.", "ACQUIRES", "acquire", "unasserted"),
        (f"If {A} acquires {B}, prices rise.", "ACQUIRES", "acquires", "unasserted"),
        (f"Has {A} acquired {B}?", "ACQUIRES", "acquired", "unasserted"),
        (f"Nothing is known, but {A} acquired {B}.", "ACQUIRES", "acquired", "stated"),
        (f"It may rain, since {A} supplies {B}.", "SUPPLIES", "supplies", "stated"),
        (f"{A} makes no steel and supplies {B}.", "SUPPLIES", "supplies", "stated"),
        (f"{A} runs plant No. 3 and supplies {B}.", "SUPPLIES", "supplies", "stated"),
    ],
)
def test_english(
    context_of: ContextOf, marked: str, relation: str, trigger: str, said: str
) -> None:
    assert _said(context_of(marked, "en"), relation, trigger) == said


def test_a_noun_that_presupposes_asserts_under_any_verb(context_of: ContextOf) -> None:
    marked = "[Japan=Country:JP] may reduce its reliance on [China=Country:CN]."
    assert _said(context_of(marked, "en"), "DEPENDS_ON", "reliance") == "stated"


def test_stopping_is_what_a_restriction_does(context_of: ContextOf) -> None:
    marked = "[China=Country:CN] stopped exporting [gallium=Element:Ga]."
    context = context_of(marked, "en")
    assert _said(context, "RESTRICTS", "exporting") == "stated"
    assert _said(context, "PRODUCES", "exporting") == "negated"


def test_a_place_is_stated_whatever_the_verb_says(context_of: ContextOf) -> None:
    context = context_of("[Arrow=Firm:A] may leave [Japan=Country:JP].", "en")
    assert _said(context, "LOCATED_IN", "may") == "stated"


@pytest.mark.parametrize(
    ("marked", "trigger", "said"),
    [
        ("[甲资源=Firm:A]收购[乙科技=Firm:B]。", "收购", "stated"),
        ("[甲资源=Firm:A]没有收购[乙科技=Firm:B]。", "收购", "negated"),
        ("[甲资源=Firm:A]可能收购[乙科技=Firm:B]。", "收购", "unasserted"),
        ("[甲资源=Firm:A]是否收购[乙科技=Firm:B]？", "收购", "unasserted"),
    ],
)
def test_chinese(context_of: ContextOf, marked: str, trigger: str, said: str) -> None:
    assert _said(context_of(marked, "zh"), "ACQUIRES", trigger) == said
