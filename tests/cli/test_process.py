"""The command as a process of its own: pipes, colours, exit codes, and hostile names on screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ENGINE_ENVIRONMENT

COMMAND = [sys.executable, "-m", "monazite.cli"]
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
ENVIRONMENT = {**CLEAN, **ENGINE_ENVIRONMENT}


def run(*arguments: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--home", str(home), *map(str, arguments)],
        capture_output=True, text=True, check=False, env={**ENVIRONMENT, **more},
    )  # fmt: skip


def test_a_reader_that_has_seen_enough_is_no_error(built: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "--home", str(built), "query", "supply-graph", "--min-belief", "0", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        assert process.stderr.read() == ""


def test_no_colour_and_no_progress_where_nobody_watches(built: Path, tmp_path: Path) -> None:
    page = tmp_path / "one.jsonl"
    page.write_text('{"title": "Lynas", "text": "Lynas produces dysprosium in Malaysia."}\n')
    for arguments in (
        ("queries",),
        ("query", "producers-of", "--thing", "dysprosium"),
        ("extract", page, "-o", tmp_path / "out.jsonl"),
        ("status",),
    ):
        done = run(*arguments, home=built)
        assert done.returncode == 0, done.stderr
        assert done.stdout
        assert "\x1b" not in done.stdout + done.stderr
        assert done.stderr == ""


def test_exit_codes_of_a_build(tmp_path: Path) -> None:
    home, good, bad = tmp_path / "home", tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text('{"title": "Lynas", "text": "Lynas produces dysprosium in Malaysia."}\n')
    bad.write_text('{"title": "Lynas", "text": \n')
    partly = run("build", bad, good, "--json", home=home)
    assert partly.returncode == 4
    assert json.loads(partly.stdout)["facts"] > 0
    assert partly.stderr.startswith(f"monazite: {bad}:1: is no JSON")
    assert len(partly.stderr.splitlines()) == 1
    nothing = run("build", bad, home=home)
    assert nothing.returncode == 3
    assert nothing.stdout == ""
    assert len(nothing.stderr.splitlines()) == 1
    down = run("build", good, home=home, NEO4J_URI="bolt://127.0.0.1:9")
    assert down.returncode == 5
    assert len(down.stderr.splitlines()) == 1
    (home / "claims.sqlite").write_bytes(b"something else" * 100)
    for rest in home.glob("claims.sqlite-*"):
        rest.unlink()
    assert run("build", good, home=home).returncode == 6


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    name = "news\x1b[2J\x1b]0;title\x07\n[bold]x[/bold].jsonl"
    done = run("build", tmp_path / name, home=tmp_path / "home")
    assert done.returncode == 3
    assert "[bold]x[/bold]" in done.stderr
    assert "\x1b" not in done.stderr
    assert "\x07" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "{page}", "-o", "{page}/no/out.jsonl"),
        ("evaluate", "{page}", "--markdown", "{page}/no/quality.md"),
        ("view", "--source", "China", "--target", "electric vehicles", "-o", "{page}/no/x.html"),
    ],
)
def test_an_output_that_cannot_be_written_is_one_sentence(
    built: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    page = tmp_path / "page.jsonl"
    row = {"title": "t", "sentence": "China mines.", "lang": "en", "entities": [], "facts": []}
    page.write_text(json.dumps(row) + "\n")
    done = run(*(part.format(page=page) for part in arguments), home=built)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("queries", "--category", "dependancy"), "did you mean dependency?"),
        (("evidence", "no-such-fact"), "there is no fact called 'no-such-fact'"),
        (("bulid", "x"), "Did you mean 'build', 'rebuild'?"),
        (("query", "restrictions", "--thng", "x"), "--thing"),
    ],
)
def test_unknown_names_end_with_2_and_a_hint(
    built: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*arguments, home=built)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in " ".join(done.stderr.split())
