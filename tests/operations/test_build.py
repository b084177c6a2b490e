"""Building: a second time changes nothing, more adds, less is refused; what the report says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from monazite.claims import ClaimStore
from monazite.errors import RebuildRefused
from monazite.operations.build import CLAIMS_FILE, build
from monazite.operations.load import Load
from monazite.operations.load_settings import load_settings
from monazite.operations.report import BuildReport
from monazite.operations.status import status

from ..conftest import EXAMPLES, use_embedded_engine

pytestmark = pytest.mark.usefixtures("embedded")
MORE = EXAMPLES / "articles" / "topic-export-licences.txt"
CHANGES = ("created", "changed", "removed")
CONTRACT = {
    "entries", "articles", "stories", "duplicates", "sentences", "claims", "facts", "nodes",
    "relationships", *CHANGES,
}  # fmt: skip


def changes(report: BuildReport) -> list[int]:
    return [getattr(report, name) for name in CHANGES]


def stored(home: Path) -> dict[str, object]:
    """What the claim store and the graph hold."""
    told = status(home)
    return {
        name: value for name, value in told.items() if not name.startswith(("last run", "build "))
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("growing")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def reports(home: Path, some_articles: list[Path]) -> dict[str, BuildReport]:
    """Five builds of one home, each after the one before."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        use_embedded_engine(monkeypatch)
        return {
            "first": build(some_articles, home),
            "again": build(some_articles, home),
            "dry run": build([*some_articles, MORE], home, Load(dry_run=True)),
            "more": build([*some_articles, MORE], home),
            "only old ones": build(some_articles, home),
        }


def test_a_report_says_what_was_read_and_what_is_stored(reports: dict[str, BuildReport]) -> None:
    first = reports["first"]
    assert asdict(first).keys() > CONTRACT
    assert (first.entries, first.extracted, first.articles) == (16, 16, 16)
    assert (first.stories, first.duplicates) == (15, 1)
    assert first.problems == []
    assert first.claims > first.facts > 50
    assert first.sentences > first.articles
    assert changes(first) == [first.nodes + first.relationships, 0, 0]


def test_the_second_build_extracts_nothing_and_changes_nothing(
    reports: dict[str, BuildReport],
) -> None:
    first, again = reports["first"], reports["again"]
    assert (again.entries, again.extracted) == (16, 0)
    assert changes(again) == [0, 0, 0]
    assert [getattr(again, name) for name in CONTRACT - set(CHANGES)] == [
        getattr(first, name) for name in CONTRACT - set(CHANGES)
    ]


def test_a_dry_run_says_what_the_next_build_does(reports: dict[str, BuildReport]) -> None:
    planned, done = reports["dry run"], reports["more"]
    assert planned.dry_run
    assert planned.extracted == 4
    assert done.extracted == 0, "the claims of the dry run are kept"
    assert changes(planned) == changes(done)
    assert changes(done)[0] > 0
    assert (planned.nodes, planned.relationships) == (done.nodes, done.relationships)


def test_more_articles_add_to_the_graph(reports: dict[str, BuildReport]) -> None:
    again, more = reports["again"], reports["more"]
    assert more.articles > again.articles
    assert more.nodes - again.nodes > more.articles - again.articles
    assert more.facts > again.facts


def test_articles_that_are_not_given_again_stay(reports: dict[str, BuildReport]) -> None:
    more, old = reports["more"], reports["only old ones"]
    assert changes(old) == [0, 0, 0]
    assert (old.articles, old.nodes) == (more.articles, more.nodes)


def test_the_lines_for_people(reports: dict[str, BuildReport]) -> None:
    lines = dict(reports["again"].lines())
    assert lines["read"] == "16 entries, 0 of them new"
    assert lines["articles"] == "16, telling 15 stories (1 is a copy of another)"
    assert lines["changed"] == "nothing"
    assert "created" in str(dict(reports["dry run"].lines())["would change"])


def test_progress_is_told(home: Path, reports: dict[str, BuildReport], tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    one = tmp_path / "one.jsonl"
    one.write_text('{"title": "Norra Kärr", "text": "Sweden mines no dysprosium yet."}\n')
    build([one], home, progress=lambda *step: told.append(step))
    assert told[0] == ("reading articles", 1, None)
    assert told[-1][0] == "writing the graph"
    assert told[-1][1] == told[-1][2]


def test_status_agrees_with_the_report(home: Path, reports: dict[str, BuildReport]) -> None:
    now = build([MORE], home)
    told = status(home)
    assert told["home"] == str(home)
    for name in ("articles", "stories", "duplicates", "sentences", "claims", "facts"):
        assert told[name] == getattr(now, name), name
    assert (told["nodes"], told["relationships"]) == (now.nodes, now.relationships)
    assert str(told["graph"]).endswith(f"embedded in {home}")
    assert str(told["last run"]).startswith("done, 20")


def test_status_of_a_folder_without_a_build(tmp_path: Path) -> None:
    told = status(tmp_path)
    assert told["claims"] == "none yet; run monazite build PATH"
    assert (told["nodes"], told["relationships"]) == (0, 0)
    shutil.rmtree(tmp_path)


def test_runs_are_kept_with_their_outcome(home: Path, reports: dict[str, BuildReport]) -> None:
    with ClaimStore(home / CLAIMS_FILE) as claims:
        runs = claims.runs()
    assert [run.outcome for run in runs][:5] == ["done", "done", "planned", "done", "done"]
    assert runs[0].counts["created"] == reports["first"].created
    assert "monazite" in runs[0].versions


def test_a_collapse_is_refused_and_can_be_allowed(
    home: Path, reports: dict[str, BuildReport], some_articles: list[Path], tmp_path: Path
) -> None:
    """The claim store went missing, and only little is given again."""
    before = stored(home)
    kept = tmp_path / "kept"
    kept.mkdir()
    for file in home.glob("claims.sqlite*"):
        file.rename(kept / file.name)
    page = [some_articles[1]]
    with pytest.raises(RebuildRefused, match=r"would remove \d+ of \d+ .*--allow-shrink \w+\.$"):
        build(page, home)
    assert {n: status(home)[n] for n in ("nodes", "relationships")} == {
        n: before[n] for n in ("nodes", "relationships")
    }
    allowed = build(page, home, load_settings(allow_shrink=["all"]))
    assert allowed.articles == 4
    assert allowed.removed > 100
    assert status(home)["nodes"] == allowed.nodes
