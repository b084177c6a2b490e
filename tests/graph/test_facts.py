"""Facts: which value is shown, which time they hold in, how far they have got."""

import datetime as dt

import pytest
from monazite.errors import SchemaError
from monazite.graph.fact_edges import edge_of
from monazite.graph.facts import facts_from_claims
from monazite.schema import Claim, Fact

from .making import by_fact, claim, facts_of

CN, RE = "Country:CN", "Element:rare earths"


def share(article: str, value: float, published: str = "2025-06-01", **more: object) -> Claim:
    said = {"stage": "processing", "share": value, **more}
    return claim(CN, "CONTROLS", RE, article, published=published, **said)  # type: ignore[arg-type]


def only(*claims: Claim) -> Fact:
    (fact,) = facts_of(*claims)
    return fact


def test_stories_add_up_and_are_counted() -> None:
    fact = only(share("a", 90), share("b", 90, "2025-07-01"))
    assert (fact.claims, fact.sources) == (2, 2)
    assert fact.belief == pytest.approx(1 - (1 - 0.8 * 0.8) ** 2)
    assert (fact.first_stated, fact.last_stated) == (dt.date(2025, 6, 1), dt.date(2025, 7, 1))
    assert fact.shares == ()


def test_copies_of_a_story_are_one_source() -> None:
    rows = by_fact([(share("a", 90), "s"), (share("b", 90), "s")])
    (fact,) = facts_from_claims(rows)
    assert (fact.claims, fact.sources, fact.belief) == (2, 1, pytest.approx(0.64))


def test_a_source_weighs_as_much_as_it_is_trusted() -> None:
    (fact,) = facts_from_claims([(share("a", 90), "a")], trust={"a": 0.5}.__getitem__)
    assert fact.belief == 0.4


def test_disagreeing_shares_stand_side_by_side() -> None:
    fact = only(share("a", 80), share("b", 92), share("c", 92), share("d", 85))
    assert fact.qualifiers["share"] == 92
    assert fact.shares == (80, 85, 92)
    edge = edge_of(fact).properties
    assert (edge["share_min"], edge["share_max"], edge["shares"]) == (80, 92, [80, 85, 92])


def test_of_equally_believed_shares_the_latest_is_shown() -> None:
    fact = only(share("a", 69, "2025-10-18"), share("b", 96, "2025-10-20"))
    assert fact.qualifiers["share"] == 96


def test_a_range_of_shares_is_its_two_ends() -> None:
    lone = only(claim(CN, "CONTROLS", RE, lo=85, hi=92))
    assert (lone.shares, edge_of(lone).properties["share_max"]) == ((), 92)
    both = only(claim(CN, "CONTROLS", RE, lo=85, hi=92), claim(CN, "CONTROLS", RE, "b", share=90))
    assert both.shares == (85, 90, 92)


def test_a_range_of_kilograms_is_no_share() -> None:
    fact = only(claim("Product:EV", "REQUIRES", "Material:NdFeB magnets", lo=2, hi=3, unit="kg"))
    edge = edge_of(fact).properties
    assert (edge["quantity_min"], edge["quantity_max"], edge["unit"]) == (2, 3, "kg")
    assert not {"share_min", "lo", "hi"} & edge.keys()


def test_numbers_keep_their_own_unit_year_and_bound() -> None:
    tons = {"quantity": 400000, "unit": "t", "year": 2025, "bound": "min"}
    money = {"quantity": 7, "unit": "CNY", "year": 2024}
    fact = only(
        claim(CN, "PRODUCES", RE, "a", **tons),  # type: ignore[arg-type]
        claim(CN, "PRODUCES", RE, "b", **tons),  # type: ignore[arg-type]
        claim(CN, "PRODUCES", RE, "c", 0, 0.99, **money),  # type: ignore[arg-type]
    )
    assert fact.qualifiers == tons


def test_the_bound_shown_is_that_of_the_first_number() -> None:
    ends = ("Firm:A", "SUPPLIES", "Firm:B")
    part = claim(*ends, "a", share=65, bound="max")
    tons = claim(*ends, "b", confidence=0.99, quantity=8500, unit="t", bound="min")
    assert only(part, tons).qualifiers["bound"] == "max"


def test_stages_and_targets_make_facts_of_their_own() -> None:
    stages = [claim(CN, "CONTROLS", RE, stage=s) for s in ("mining", "processing")]
    assert len(facts_of(*stages)) == 2
    targets = [claim(CN, "RESTRICTS", RE, target=f"Country:{c}") for c in ("US", "JP")]
    assert {f.qualifiers["target"] for f in facts_of(*targets)} == {"country:us", "country:jp"}


def test_a_partnership_is_one_fact_whoever_is_named_first() -> None:
    fact = only(
        claim("Country:US", "PARTNERS_WITH", CN, "a"), claim(CN, "PARTNERS_WITH", "Country:US", "b")
    )
    assert (fact.subject, fact.object, fact.sources) == ("country:cn", "country:us", 2)


def test_what_is_done_wins_over_what_was_planned() -> None:
    ends = ("Firm:Shenghe", "ACQUIRES", "Firm:Peak")
    plan = claim(*ends, "a", published="2025-05-01", status="planned", year=2026, amount=1.0)
    done = claim(*ends, "b", published="2025-10-01", status="done", date="2025-09-30", amount=2.0)
    assert (only(plan).status, only(plan).valid_from) == ("planned", dt.date(2026, 1, 1))
    fact = only(plan, done)
    assert (fact.status, fact.valid_from) == ("done", dt.date(2025, 9, 30))
    assert (fact.qualifiers["amount"], fact.claims) == (2.0, 2)


def test_output_that_is_only_forecast_is_planned() -> None:
    mine = ("Mine:Toliara", "PRODUCES", RE)
    assert only(claim(*mine, forecast=True)).status == "planned"
    assert only(claim(*mine, forecast=True), claim(*mine, "b")).status is None


def test_the_year_of_a_figure_is_no_beginning_but_that_of_an_event_is() -> None:
    assert only(share("a", 68, year=2025)).valid_from is None
    event = claim("Agency:DoD", "INVESTS_IN", "Firm:MP", amount=4e8, year=2025)
    assert only(event).valid_from == dt.date(2025, 1, 1)


def test_a_state_told_only_of_the_past_is_history() -> None:
    past = claim("Country:US", "CONTROLS", RE, year=1950)
    fact = only(past)
    assert (fact.valid_from, fact.valid_to) == (dt.date(1950, 1, 1), dt.date(1950, 12, 31))
    assert only(past, claim("Country:US", "CONTROLS", RE, "b")).valid_to is None


def test_an_exacter_date_counts_for_the_vague_one() -> None:
    vague = [claim(CN, "RESTRICTS", RE, a, date="2025-04") for a in ("a", "b")]
    fact = only(*vague, claim(CN, "RESTRICTS", RE, "c", date="2025-04-04"))
    assert (fact.qualifiers["date"], fact.valid_from) == ("2025-04-04", dt.date(2025, 4, 4))


def test_a_beginning_after_an_earlier_report_is_unknown() -> None:
    early = claim(CN, "RESTRICTS", RE, "a", published="2024-01-01")
    assert only(early, claim(CN, "RESTRICTS", RE, "b", date="2025-04-04")).valid_from is None


def test_a_denial_makes_no_fact_and_a_later_one_ends_it() -> None:
    says = claim("Firm:A", "SUPPLIES", "Firm:B", "a", published="2025-05-01")
    no = claim("Firm:A", "SUPPLIES", "Firm:B", "b", published="2025-08-01", negated=True)
    again = claim("Firm:A", "SUPPLIES", "Firm:B", "c", published="2025-09-01")
    assert facts_of(no) == []
    fact = only(says, no)
    assert (fact.valid_to, fact.claims, fact.belief) == (dt.date(2025, 8, 1), 1, only(says).belief)
    assert only(says, no, again).valid_to is None


def test_a_denial_on_the_same_day_or_hardly_believed_ends_nothing() -> None:
    says = claim("Firm:A", "SUPPLIES", "Firm:B", "a")
    same_day = claim("Firm:A", "SUPPLIES", "Firm:B", "b", negated=True)
    doubtful = same_day.model_copy(update={"confidence": 0.3, "published": dt.date(2026, 1, 1)})
    assert only(says, same_day).valid_to is None
    assert only(says, doubtful).valid_to is None


def test_a_suspended_state_ends_on_its_day_until_it_is_stated_again() -> None:
    runs = claim("Mine:M", "PRODUCES", RE, "a", published="2025-01-01")
    stops = claim("Mine:M", "PRODUCES", RE, "b", published="2025-03-01", status="suspended")
    later = claim("Mine:M", "PRODUCES", RE, "c", published="2025-09-01")
    fact = only(runs, stops)
    assert (fact.status, fact.valid_to) == ("suspended", dt.date(2025, 3, 1))
    assert (only(runs, stops, later).status, only(runs, stops, later).valid_to) == (None, None)


def test_an_article_that_reports_an_end_also_names_what_ended() -> None:
    day = {"published": "2025-10-18"}
    was = claim("Country:CD", "RESTRICTS", "Element:Co", "a", 0, **day, mechanism="ban")
    ends = claim(
        "Country:CD", "RESTRICTS", "Element:Co", "a", 1, **day, mechanism="ban",
        status="lifted", date="2025-10-16",
    )  # fmt: skip
    assert (only(was, ends).status, only(was, ends).valid_to) == ("lifted", dt.date(2025, 10, 16))


def test_claims_out_of_order_are_refused() -> None:
    rows = by_fact([(share("a", 90), "a"), (claim(CN, "PRODUCES", RE), "a")])
    assert [f.uid for f in facts_from_claims(rows)] == [c.fact for c, _ in rows]
    with pytest.raises(SchemaError, match="sort the claims by fact uid"):
        list(facts_from_claims(rows[::-1]))
