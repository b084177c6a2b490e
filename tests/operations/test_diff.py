"""What became of facts between builds, and the settings that a rebuild obeys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from monazite.errors import InputError, RebuildRefused, UnknownName
from monazite.operations.build import build
from monazite.operations.config import settings_in_force
from monazite.operations.diff import diff
from monazite.operations.load_settings import load_settings
from monazite.operations.status import status

pytestmark = pytest.mark.usefixtures("embedded")
TEXTS = (
    "Lynas produces dysprosium in Malaysia.",
    "Iluka supplies terbium to Lynas.",
    "Lynas produces dysprosium for magnet makers. Arafura owns Nolans.",
)


def write(folder: Path, number: int) -> None:
    row = {
        "title": f"Report {number}",
        "text": TEXTS[number],
        "published": f"2025-05-0{number + 1}",
    }
    (folder / f"{number}.jsonl").write_text(json.dumps(row) + "\n")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from ..conftest import use_embedded_engine

    folder = tmp_path_factory.mktemp("diff")
    inbox = folder / "inbox"
    inbox.mkdir()
    with pytest.MonkeyPatch.context() as monkeypatch:
        use_embedded_engine(monkeypatch)
        for number in range(len(TEXTS)):
            write(inbox, number)
            build([inbox], folder)
    return folder


def told(home: Path, first: int, second: int) -> dict[tuple[str, str], str]:
    return {(d.subject, d.relation): d.kind for d in diff(first, second, home)}


def test_facts_that_are_new_or_changed(home: Path) -> None:
    assert told(home, 1, 2)["Iluka Resources", "SUPPLIES"] == "new"
    later = told(home, 2, 3)
    assert later["Lynas", "PRODUCES"] == "changed"
    assert ("Iluka Resources", "SUPPLIES") not in later
    both = told(home, 1, 3)
    assert both["Lynas", "PRODUCES"] == "changed"
    assert both["Iluka Resources", "SUPPLIES"] == "new"


def test_backwards_it_is_told_the_other_way_round(home: Path) -> None:
    assert told(home, 3, 1)["Iluka Resources", "SUPPLIES"] == "gone"
    forward = {d.fact: (d.before, d.after) for d in diff(1, 3, home)}
    backward = {d.fact: (d.after, d.before) for d in diff(3, 1, home)}
    assert forward == backward


def test_the_same_build_twice_and_one_that_never_was(home: Path) -> None:
    assert diff(2, 2, home) == []
    with pytest.raises(UnknownName, match="no build called '9'.*monazite status"):
        diff(1, 9, home)


def test_status_shows_the_builds(home: Path) -> None:
    shown = status(home)
    assert str(shown["build 1"]).startswith("done; 20")
    assert "created" in str(shown["build 3"])


def test_without_a_path_the_graph_is_held_to_the_claims(home: Path) -> None:
    report = build([], home, load_settings(full=True))
    assert (report.entries, report.created, report.changed, report.removed) == (0, 0, 0, 0)


def test_without_a_path_and_without_claims_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no input is named"):
        build([], tmp_path)


def test_a_minimum_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONAZITE_MINIMUM", "Firm=1000, CONTROLS=0")
    write(home / "inbox", 0)
    (home / "inbox" / "more.jsonl").write_text(
        json.dumps({"title": "New", "text": "Arafura owns Nolans."}) + "\n"
    )
    with pytest.raises(RebuildRefused, match=r"at least 1,000 are wanted.*--allow-shrink Firm"):
        build([home / "inbox"], home)
    assert build([], home, load_settings(allow_shrink=["Firm"])).created


@pytest.mark.parametrize(
    ("variable", "value", "error", "said"),
    [
        ("MONAZITE_MINIMUM", "Firm", InputError, "has 'Firm'; give a name and a count"),
        ("MONAZITE_MINIMUM", "Frim=3", UnknownName, "did you mean Firm"),
        ("MONAZITE_MAX_SHRINK", "much", InputError, "'much'; give a number of at least 0"),
        ("MONAZITE_LEASE_SECONDS", "0.1", InputError, "at least 1"),
    ],
)
def test_a_bad_setting_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, error: type[Exception], said: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(error, match=said):
        load_settings()


def test_config_shows_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONAZITE_MINIMUM", "Firm=3")
    shown = {row.setting: row for row in settings_in_force(tmp_path)}
    assert shown["MONAZITE_MINIMUM"][1:] == ("Firm=3", "environment")
    assert shown["MONAZITE_LEASE_SECONDS"].value == "5"
