"""The commands: contracts for machines, exit codes, errors that help, every command documented."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import monazite
import pytest
import typer
from monazite.cli.app import app
from monazite.errors import MonaziteError
from typer.testing import CliRunner, Result

from ..conftest import EXAMPLES, use_embedded_engine

ROOT = Path(monazite.__file__).parent
CONTRACT = {
    "entries", "articles", "stories", "duplicates", "sentences", "claims", "facts", "nodes",
    "relationships", "created", "changed", "removed",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    use_embedded_engine(monkeypatch)


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *arguments])


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and group, those of the catalogue left out."""

    def walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
        yield path, command
        if path.endswith("query"):
            return
        names = command.list_commands(None) if hasattr(command, "list_commands") else []
        for name in names:
            yield from walk(command.get_command(None, name), f"{path} {name}")

    yield from walk(typer.main.get_command(app), "monazite")


@pytest.mark.parametrize(
    ("path", "command"), [*commands()], ids=lambda v: v if isinstance(v, str) else ""
)
def test_every_command_has_an_example_and_stands_in_the_manual(path: str, command: Any) -> None:
    assert "Example: " in command.help or path == "monazite analyse"
    assert f"## {path}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_help_says_what_may_be_left_out(tmp_path: Path) -> None:
    told = " ".join(run(tmp_path, "query", "shares", "--help").stdout.split())
    assert "(required)" in told
    assert "only this stage (optional)" in told
    assert "(default: 0.5)" in told
    assert "None" not in told


def test_build_prints_its_contract(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"title": "Lynas makes dysprosium", "text": "Lynas produces dysprosium."}\n')
    done = run(tmp_path / "home", "build", str(source), "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout).keys() > CONTRACT
    partly = run(tmp_path / "home", "build", str(source), str(tmp_path / "none"))
    assert partly.exit_code == 4
    assert "none: there is no such file" in partly.stderr
    assert "changed   nothing" in partly.stdout
    with pytest.raises(MonaziteError) as nothing:
        CliRunner().invoke(
            app, ["--home", str(tmp_path / "home"), "build", "none"], catch_exceptions=False
        )
    assert nothing.value.exit_code == 3


def test_queries_lists_the_catalogue() -> None:
    listed = json.loads(CliRunner().invoke(app, ["queries", "--json"]).stdout)
    assert len(listed) >= 15
    assert all(q.keys() >= {"name", "title", "category", "params", "columns"} for q in listed)
    table = CliRunner().invoke(app, ["queries", "--category", "dependency"]).stdout
    assert "dependency-paths" in table
    assert "hhi" not in table


def test_query_prints_columns_and_rows(built: Path) -> None:
    asked = ("query", "dependency-paths", "--source", "China", "--target", "electric vehicles")
    done = run(built, *asked, "--json")
    answer = json.loads(done.stdout)
    assert answer["columns"][:3] == ["belief", "hops", "path"]
    assert answer["rows"]
    table = run(built, *asked, "--max-hops", "3").stdout
    assert "China" in table
    assert "why? monazite evidence" in table
    fact = answer["rows"][0][answer["columns"].index("facts")][0]
    assert "China" in run(built, "evidence", fact[:8]).stdout


def test_analyses_and_the_picture(built: Path, tmp_path: Path) -> None:
    ends = ("--source", "China", "--target", "electric vehicles")
    cut = json.loads(run(built, "analyse", "minimum-cut", *ends, "--json").stdout)
    assert cut["rows"]
    assert run(built, "analyse", "single-points", *ends).exit_code == 0
    assert "severed" in run(built, "analyse", "n-minus-one", "--limit", "3").stdout
    file = tmp_path / "picture.html"
    done = run(built, "view", *ends, "-o", str(file))
    assert f"paths -> {file}" in done.stdout.replace("\n", "")
    assert file.stat().st_size > 100_000


def test_status_and_config_show_no_password(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "embedded in" in run(built, "status").stdout
    assert json.loads(run(built, "status", "--json").stdout)["articles"] == 16
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter22")
    for form in ([], ["--json"]):
        shown = run(built, "config", *form).stdout
        assert "(set)" in shown
        assert "hunter22" not in shown


def test_extract_and_evaluate(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    page = EXAMPLES / "articles" / "topic-alternatives.txt"
    done = CliRunner().invoke(app, ["extract", str(page), "-o", str(out)])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {"title", "date", "lang", "sentence", "mentions", "claims"} <= rows[0].keys()
    annotated = EXAMPLES / "annotated" / "annotated.jsonl"
    page = tmp_path / "quality.md"
    told = CliRunner().invoke(app, ["evaluate", str(annotated), "--markdown", str(page)])
    assert "Facts by relation" in told.stdout
    assert "## Facts by relation" in page.read_text(encoding="utf-8")
    scores = json.loads(CliRunner().invoke(app, ["evaluate", str(annotated), "--json"]).stdout)
    assert scores["Whole"]["entities"]["F1"] > 0.9
    assert scores["Whole"]["facts"]["F1"] > 0.6


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query", "dependency-path"], 2, "did you mean dependency-paths"),
        (["query", "dependency-paths", "--source", "Chinna", "--target", "F-35"], 2, "did you mean"),
        (["query", "sentences-between", "--first", "China", "--second", "dysprosium", "--relation", "OWNS"],
         2, "relation must be one of"),
        (["evaluate", "nowhere.jsonl"], 3, "nowhere.jsonl: cannot be read"),
        (["query", "shares"], 2, "needs thing"),
    ],
)  # fmt: skip
def test_errors_are_one_sentence_with_an_exit_code(
    built: Path, arguments: list[str], code: int, said: str
) -> None:
    command = [sys.executable, "-m", "monazite.cli", "--home", str(built), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr + done.stdout


def test_the_version() -> None:
    assert (
        CliRunner().invoke(app, ["--version"]).stdout.strip() == f"monazite {monazite.__version__}"
    )
