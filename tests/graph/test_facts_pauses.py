"""A suspension ends the earlier measure that it suspends, and no other."""

import datetime as dt

from monazite.graph.facts import facts_from_claims
from monazite.schema import Claim, Fact

from .making import by_fact, claim, facts_of

CN, GA = "Country:CN", "Element:Ga"
NOVEMBER = dt.date(2025, 11, 9)


def measure(mechanism: str, published: str, article: str = "m", **more: str) -> Claim:
    text = article + mechanism
    return claim(CN, "RESTRICTS", GA, text, published=published, mechanism=mechanism, **more)  # type: ignore[arg-type]


def pause(published: str = "2025-11-10", subject: str = CN, **more: str) -> Claim:
    more = {"mechanism": "suspension", **more}
    return claim(subject, "RESTRICTS", GA, "p" + published, published=published, **more)  # type: ignore[arg-type]


def ends(*claims: Claim) -> dict[str, dt.date | None]:
    """Mechanism → valid_to."""
    return {str(f.qualifiers.get("mechanism")): f.valid_to for f in facts_of(*claims)}


BAN = measure("ban", "2024-12-04", date="2024-12-03")
LICENCE = measure("export-licence", "2023-07-04", date="2023-08-01")


def test_a_lifted_ban_ends_and_so_does_the_pause() -> None:
    found = ends(BAN, pause(status="lifted", date="2025-11-09"))
    assert found == {"ban": NOVEMBER, "suspension": NOVEMBER}


def test_an_unlabelled_suspension_after_a_measure_is_its_pause() -> None:
    facts = facts_of(BAN, pause(date="2025-11-09"))
    assert {(f.status, f.valid_to) for f in facts} == {("lifted", NOVEMBER)}


def test_an_unlabelled_suspension_without_earlier_measure_stays_a_halt() -> None:
    (fact,) = facts_of(pause(date="2025-11-09"))
    assert (fact.status, fact.valid_from, fact.valid_to) == (None, NOVEMBER, None)


def test_a_ban_and_a_suspension_may_be_one_halt_in_two_words() -> None:
    halt = measure("ban", "2025-03-10")
    dated = measure("ban", "2025-03-10", date="2025-02-22")
    assert ends(halt, pause("2025-03-14")) == {"ban": None, "suspension": None}
    assert ends(dated, pause("2025-03-14", date="2025-02-22"))["ban"] is None


def test_only_what_was_put_in_force_last_is_paused() -> None:
    assert ends(LICENCE, BAN, pause(status="lifted", date="2025-11-09")) == {
        "export-licence": None, "ban": NOVEMBER, "suspension": NOVEMBER,
    }  # fmt: skip


def test_what_comes_after_the_pause_holds() -> None:
    again = measure("ban", "2026-01-10", "again", date="2026-01-06")
    assert ends(BAN, again, pause(status="lifted", date="2025-11-09"))["ban"] is None


def test_a_ban_on_know_how_is_not_lifted_with_trade() -> None:
    found = ends(measure("technology-ban", "2023-12-22"), pause(status="lifted"))
    assert found["technology-ban"] is None


def test_a_pause_towards_one_country_leaves_the_others() -> None:
    to = {target: measure("ban", "2024-12-04", target, target=f"Country:{target}")
          for target in ("US", "JP")}  # fmt: skip
    facts = facts_of(*to.values(), BAN, pause(status="lifted", target="Country:US"))
    open_ = {f.qualifiers.get("target") for f in facts if f.valid_to is None}
    assert open_ == {"country:jp", None}


def test_a_planned_pause_ends_nothing() -> None:
    found = ends(LICENCE, pause(status="planned", date="2025-11-09"))
    assert found == {"export-licence": None, "suspension": None}


def test_a_pause_that_names_no_country_ends_what_was_aimed_at_one() -> None:
    aimed = measure("ban", "2024-12-04", target="Country:US")
    assert ends(aimed, pause(status="lifted"))["ban"] == dt.date(2025, 11, 10)


def test_what_a_ministry_suspends_its_country_had_enacted() -> None:
    rows = by_fact([(c, c.article) for c in (BAN, pause(subject="Agency:MOFCOM", status="lifted"))])

    def ban_of(facts: list[Fact]) -> Fact:
        return next(f for f in facts if f.subject == "country:cn")

    country = {"agency:mofcom": "country:cn"}
    acted = list(facts_from_claims(rows, acts_for=lambda actor: country.get(actor, actor)))
    assert ban_of(acted).valid_to == dt.date(2025, 11, 10)
    assert ban_of(list(facts_from_claims(rows))).valid_to is None
