"""Bad input is one sentence that names file and line; the good rest is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from monazite.extract.read import Problem, read_paths
from monazite.schema import Article

GOOD = json.dumps({"title": "Good", "text": "The mine makes lithium.", "date": "2025-01-02"})
RUSSIAN = "Россия ускоряет развитие редкоземельной отрасли."
ARABIC = "تسعى الشركات إلى تأمين إمدادات المعادن النادرة."
GERMAN = (
    "Die Regierung will den Abbau von Seltenen Erden beschleunigen und hat dafür neue Mittel "
    "angekündigt, sagte der Minister am Montag vor den Vertretern der Industrie und der Länder, "
    "die seit Jahren auf mehr Unabhängigkeit von chinesischen Lieferanten drängen."
)


def read(*paths: Path) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(read_paths(paths, problems)), problems


def one_problem(path: Path, line: int | None, words: str) -> list[Article]:
    """The articles read beside exactly one problem, which is one sentence at the right place."""
    articles, problems = read(path)
    (problem,) = problems
    assert (problem.path, problem.line) == (path, line)
    assert re.search(words, problem.message)
    assert re.fullmatch(r"[^\n]+\.", problem.message)
    assert str(problem).startswith(f"{path}:{line}: " if line else f"{path}: ")
    return articles


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ('{"title": "Cut", "text": "half a li', "no JSON"),
        ('["a list"]', "no object"),
        ('{"title": "A", "title": "B", "text": "x y z"}', "'title' stands twice"),
        ("[" * 200_000, "nested too deeply"),
        (json.dumps({"title": "Empty", "text": " \n "}), "'Empty' has no text"),
        (json.dumps({"title": "No body"}), "'No body' has no text"),
        (json.dumps({"text": "", "title": ""}), "without a title has no text"),
        (json.dumps({"title": "R", "text": RUSSIAN}), "neither English nor Chinese"),
        (json.dumps({"title": "A", "text": ARABIC}), "neither English nor Chinese"),
        (json.dumps({"title": "G", "text": GERMAN}), "neither English nor Chinese"),
        (json.dumps({"title": "F", "text": "Some text.", "lang": "fr"}), "neither English nor"),
    ],
)
def test_bad_line_between_good_ones(tmp_path: Path, bad: str, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{GOOD}\n{bad}\n\n{GOOD.replace('Good', 'Better')}\n", encoding="utf-8")
    assert [a.title for a in one_problem(path, 2, words)] == ["Good", "Better"]


@pytest.mark.parametrize(
    ("date", "words"),
    [("2999-01-01", "has not come yet"), ("2025-13-45", "is no date"), ("soon", "is no date")],
)
def test_bad_date_is_dropped_and_the_article_kept(tmp_path: Path, date: str, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "T", "text": "Some text.", "date": date}))
    (article,) = one_problem(path, 1, words)
    assert article.published is None


def test_long_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(GOOD + "\n" + "x" * 10_000_000 + "\n" + GOOD.replace("Good", "After"))
    assert [a.title for a in one_problem(path, 2, "longer than")] == ["Good", "After"]


def test_long_line_in_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Topic\nSearch documents\n" + "x" * 10_000_000 + "\nTitle\nWire· 2025-01-02\nText."
    )
    articles = one_problem(path, 3, "longer than")
    assert [(a.title, a.origin) for a in articles] == [("Title", f"{path}:4")]


def test_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    latin = json.dumps({"title": "T", "text": "Le présent café"}, ensure_ascii=False)
    path.write_bytes(f"{GOOD}\n".encode() + latin.encode("latin-1"))
    assert len(one_problem(path, 2, "neither UTF-8 nor GB18030")) == 1


def test_nul_bytes_after_good_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{GOOD}\n" * 200 + "\0\0\n" + GOOD)
    assert len(one_problem(path, 201, "NUL bytes")) == 201


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n \n", "holds no article"),
        ("a.jsonl", bytes(range(256)), "is binary"),
        ("a.txt", "Topic\nSearch documents\n".encode("utf-16"), "is binary"),
        ("a.txt", b"Topic\nSearch documents\n", "holds no article"),
        ("a.pdf", b"%PDF-1.7", "type is unknown.*jsonl"),
    ],
)
def test_bad_file(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert one_problem(path, None, words) == []


def test_text_that_is_no_topic_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\nJust some notes.\nMore of them.\n")
    assert one_problem(path, 2, "no topic page") == []


def test_entry_without_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Topic\nSearch documents\nOne\nWire· 2025-01-02\nTwo\nWire· 2025-01-03\nText.")
    assert [a.title for a in one_problem(path, 3, "'One' has no text")] == ["Two"]


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    assert one_problem(tmp_path / "none.txt", None, "no such file") == []
    assert one_problem(tmp_path, None, "no file that can be read") == []


def test_unknown_file_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "b.docx").write_bytes(b"PK")
    articles, problems = read(tmp_path)
    assert [a.title for a in articles] == ["Good"]
    assert [(p.path.name, "unknown" in p.message) for p in problems] == [("b.docx", True)]
