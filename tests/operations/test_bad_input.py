"""Bad input: one sentence naming file and line, the good rest is built, nothing stored is lost."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from monazite.client import connect
from monazite.errors import ClaimStoreError, InputError, StoreError
from monazite.graph.embedded_files import EngineFiles
from monazite.operations.build import CLAIMS_FILE, build
from monazite.operations.extract import extract_to_file
from monazite.operations.status import status

pytestmark = pytest.mark.usefixtures("embedded")

GOOD = {
    "title": "Lynas makes dysprosium",
    "text": "Lynas produces dysprosium at its Kuantan plant in Malaysia.",
    "published": "2025-05-16",
    "source": "Harbour Metals Gazette",
}


def line(**fields: object) -> bytes:
    return (json.dumps({**GOOD, **fields}, ensure_ascii=False) + "\n").encode()


BROKEN = line()[:40] + b"\n"
CASES = {
    "binary.jsonl": (bytes(range(256)) * 40, None, "binary|text|encod"),
    "empty.jsonl": (b"", None, "empty"),
    "broken.jsonl": (
        line() + BROKEN + line(title="Another", text="Iluka runs Eneabba."),
        2,
        "JSON",
    ),
    "long.jsonl": (line() + b'{"title": "' + b"x" * 10_000_000 + b'"}\n', 2, "longer"),
    "future.jsonl": (line(published="2999-01-01"), 1, "future|2999"),
    "textless.jsonl": (line(title="", text=""), 1, "text|title"),
    "language.jsonl": (
        line(title="Китай", text="Китай ограничил вывоз металлов." * 9),
        1,
        "language",
    ),
    "notes.docx": (b"PK", None, "type"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bad")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.jsonl"
    file.write_bytes(line())
    return file


@pytest.mark.parametrize("name", CASES)
def test_what_is_bad_is_named_and_the_rest_is_built(
    name: str, home: Path, good: Path, tmp_path: Path
) -> None:
    content, number, words = CASES[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    report = build([bad, good], home)
    assert report.entries >= 1
    assert report.facts >= 1
    problem = report.problems[0]
    assert problem.path == bad
    assert problem.line == number
    sentence = str(problem)
    assert name in sentence
    assert "\n" not in sentence
    assert any(word in sentence for word in words.split("|")), sentence


def test_a_missing_file_and_an_empty_folder(home: Path, good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    report = build([tmp_path / "nowhere.jsonl", folder, good], home)
    said = [str(problem) for problem in report.problems]
    assert len(said) == 2
    assert "nowhere.jsonl" in said[0]
    assert "folder" in said[1]


def test_a_chinese_file_in_gb18030_is_read(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "gb.jsonl"
    row = {"title": "中国稀土出口管制", "text": "中国对镝实施出口许可。", "published": "2025-04-05"}
    file.write_bytes((json.dumps(row, ensure_ascii=False) + "\n").encode("gb18030"))
    assert build([file], home).problems == []


def test_nothing_readable_is_an_error_and_changes_nothing(home: Path, tmp_path: Path) -> None:
    before = status(home)
    with pytest.raises(InputError, match="no article could be read: .*nowhere"):
        build([tmp_path / "nowhere.jsonl"], home)
    assert status(home)["nodes"] == before["nodes"]
    with pytest.raises(InputError):
        extract_to_file([tmp_path / "nowhere.jsonl"], tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_down_loses_no_claims(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    home = tmp_path / "down"
    with pytest.raises(StoreError, match="127.0.0.1:9"):
        build([good], home)
    monkeypatch.delenv("NEO4J_URI")
    again = build([good], home)
    assert again.extracted == 0
    assert again.created > 0


def test_an_engine_that_was_killed_is_started_again(good: Path, tmp_path: Path) -> None:
    home = tmp_path / "killed"
    first = build([good], home)
    engine = EngineFiles(home).read_record()
    assert engine is not None
    os.kill(engine.pid, signal.SIGKILL)
    second = build([good], home)
    assert (second.created, second.changed, second.removed) == (0, 0, 0)
    assert second.nodes == first.nodes


def test_a_damaged_claim_store_is_one_sentence(good: Path, tmp_path: Path) -> None:
    (tmp_path / CLAIMS_FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(ClaimStoreError, match=CLAIMS_FILE):
        build([good], tmp_path)
    assert (tmp_path / CLAIMS_FILE).read_bytes().startswith(b"no database")


HOSTILE = (
    "Lynas') DETACH DELETE n // produces dysprosium. <script>alert(1)</script> Lynas supplies MP "
    "Materials with terbium. \x1b[31mChina\x1b[0m controls {{config}} ${jndi:ldap://x} dysprosium. "
    "`}) MATCH (n) SET n.name = 'x' China restricts gallium; DROP INDEX; China bans germanium."
)


def test_hostile_text_is_inert(tmp_path: Path) -> None:
    file = tmp_path / "hostile.jsonl"
    many = " ".join(["China controls dysprosium and Lynas produces terbium."] * 1250)
    file.write_bytes(
        line()
        + line(title="<img src=x onerror=alert(1)> China bans gallium", text=HOSTILE, lang="en")
        + line(title="Five thousand mentions", text=many)
    )
    home = tmp_path / "home"
    report = build([file], home)
    assert report.articles == 3
    with connect(home) as graph:
        assert len(graph.cypher("MATCH (n:Claim) WHERE n.sentence CONTAINS 'DETACH' RETURN n")) <= 2
        names = [row["name"] for row in graph.cypher("MATCH (n:Entity) RETURN n.name AS name")]
        assert "Lynas" in names
        assert not [name for name in names if "x1b" in str(name) or "\x1b" in str(name)]
        titles = graph.cypher("MATCH (a:Article) RETURN a.title AS title")
        assert "onerror" in repr(titles)
        assert "<img" not in titles._repr_html_()
        sentences = graph.cypher("MATCH (c:Claim) RETURN c.sentence AS sentence")
        assert "\x1b" not in repr(sentences)
