"""Facts do not depend on the order of claims, and agree with an oracle written differently."""

import random

from hypothesis import given
from hypothesis import strategies as st
from monazite.graph.facts import facts_from_claims
from monazite.schema import Claim

from .making import by_fact, claim

PAIRS = (
    ("Country:CN", "CONTROLS", "Element:Dy"), ("Country:CN", "RESTRICTS", "Element:Dy"),
    ("Mine:M", "PRODUCES", "Element:Dy"), ("Firm:A", "SUPPLIES", "Firm:B"),
)  # fmt: skip
NUMBERS = {"CONTROLS": "share", "PRODUCES": "quantity", "SUPPLIES": "share", "RESTRICTS": None}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    ends = draw(st.sampled_from(PAIRS))
    said: dict[str, object] = {}
    if (number := NUMBERS[ends[1]]) and draw(st.booleans()):
        said[number] = draw(st.sampled_from([10, 20.0, 20, 30]))
    if ends[1] == "RESTRICTS":
        said["mechanism"] = draw(st.sampled_from(["ban", "tariff", "suspension"]))
    said |= draw(st.fixed_dictionaries({}, optional={
        "status": st.sampled_from(["planned", "done", "lifted", "suspended"]),
        "date": st.sampled_from(["2024", "2024-05", "2024-05-07", "2025-02"]),
        "year": st.integers(2015, 2026),
        "bound": st.sampled_from(["min", "max"]),
    }))  # fmt: skip
    return claim(
        *ends,
        article=draw(st.sampled_from("abcd")),
        sentence=draw(st.integers(0, 3)),
        confidence=draw(st.floats(0.1, 0.99)),
        published=draw(st.sampled_from([None, "2024-06-01", "2025-03-01", "2025-09-01"])),
        negated=draw(st.booleans()),
        **said,  # type: ignore[arg-type]
    )


@given(st.lists(claims(), max_size=10), st.integers(0, 99))
def test_facts_do_not_depend_on_the_order_of_their_claims(made: list[Claim], seed: int) -> None:
    rows = by_fact((c, c.article) for c in made)
    shuffled = random.Random(seed).sample(rows, len(rows))
    shuffled.sort(key=lambda row: row[0].fact)
    assert list(facts_from_claims(shuffled)) == list(facts_from_claims(rows))


@given(st.lists(claims(), max_size=10))
def test_facts_are_those_of_the_oracle(made: list[Claim]) -> None:
    facts = {f.uid: f for f in facts_from_claims(by_fact((c, c.article) for c in made))}
    assert facts.keys() == {c.fact for c in made if not c.negated}
    for uid, fact in facts.items():
        told = [c for c in made if c.fact == uid and not c.negated]
        disbelief = 1.0
        for story in {c.article for c in told}:
            disbelief *= 1 - 0.8 * max(c.confidence for c in told if c.article == story)
        assert abs(fact.belief - (1 - disbelief)) < 1e-6
        assert (fact.claims, fact.sources) == (len(told), len({c.article for c in told}))
        settled = [c for c in told if c.qualifiers.get("status") != "planned"]
        assert (fact.status == "planned") == (not settled)
        shares = {c.qualifiers["share"] for c in settled or told if "share" in c.qualifiers}
        assert fact.shares == (tuple(sorted(shares)) if len(shares) > 1 else ())
        assert fact.qualifiers.get("share") in (shares or {None})


@given(st.lists(claims(), max_size=10))
def test_what_does_not_restrict_comes_by_uid_and_restrictions_last(made: list[Claim]) -> None:
    facts = list(facts_from_claims(by_fact((c, c.article) for c in made)))
    key = [(f.relation == "RESTRICTS", f.uid) for f in facts]
    assert key == sorted(key)
