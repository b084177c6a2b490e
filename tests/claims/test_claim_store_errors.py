"""Disk full, locked, damaged, foreign, newer, not writable: one sentence, and nothing is lost."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest
from monazite.claims import ClaimStore
from monazite.errors import ClaimStoreError

from .conftest import MakeArticle


def refused(path: Path, words: str) -> None:
    with pytest.raises(ClaimStoreError) as caught, ClaimStore(path, wait_s=0.1):
        pass
    assert re.search(words, str(caught.value))
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")


def test_full_disk(path: Path, make_article: MakeArticle) -> None:
    with ClaimStore(path) as store:
        store.add(make_article("kept"), [], 1, [], "1")
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ClaimStoreError, match="disk is full; free some space"), store.batch():
            store.add(make_article("small"), [], 1, [], "1")
            store.add(make_article("big", "word " * 100_000), [], 1, [], "1")
        store._connection.execute("PRAGMA max_page_count = 100000")
        assert [a.title for a in store.articles()] == ["kept"]
        store.add(make_article("big", "word " * 100_000), [], 1, [], "1")
        assert store.counts()["articles"] == 2


def test_locked_by_another_writer(path: Path, make_article: MakeArticle) -> None:
    with ClaimStore(path) as writer, ClaimStore(path, wait_s=0.1) as other:
        writer.add(make_article("before"), [], 1, [], "1")
        with writer.batch():
            writer.add(make_article("inside"), [], 1, [], "1")
            with pytest.raises(ClaimStoreError, match="another process is writing"):
                other.add(make_article("refused"), [], 1, [], "1")
            assert [a.title for a in other.articles()] == ["before"]
            with ClaimStore(path, wait_s=0.1) as reader:
                assert reader.counts()["articles"] == 1
        other.add(make_article("after"), [], 1, [], "1")
        assert other.counts()["articles"] == 3


def test_file_that_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, but long enough to have a header" * 20)
    before = path.read_bytes()
    refused(path, "is no claim store")
    assert path.read_bytes() == before


def test_damaged_pages(path: Path, make_article: MakeArticle) -> None:
    with ClaimStore(path) as store, store.batch():
        for number in range(200):
            store.add(make_article(f"A{number}", f"word{number} " * 200), [], 1, [], "1")
    data = bytearray(path.read_bytes())
    data[4096 * 12 :] = os.urandom(len(data) - 4096 * 12)
    path.write_bytes(data)
    with ClaimStore(path) as store, pytest.raises(ClaimStoreError, match="is damaged; move it"):
        list(store.articles())


def test_database_of_another_program(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    refused(path, "of another program; choose another folder")
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [
        ("recipes",)
    ]


def test_newer_version(path: Path, make_article: MakeArticle) -> None:
    with ClaimStore(path) as store:
        store.add(make_article("kept"), [], 1, [], "1")
        store._connection.execute("PRAGMA user_version = 7")
    refused(path, r"newer monazite \(claim store version 7, this one reads up to 2\)")
    assert sqlite3.connect(path).execute("SELECT title FROM articles").fetchall() == [("kept",)]


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file" / "claims.sqlite", "cannot be made")
    refused(tmp_path / "file" / "deeper" / "claims.sqlite", "cannot be made")


def test_path_that_is_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, "cannot be opened; check the folder's permissions")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write in any folder")
def test_read_only_folder(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    refused(path, "cannot be opened")
    path.parent.chmod(0o700)


def test_read_only_file_system() -> None:
    refused(Path("/proc/monazite/claims.sqlite"), "cannot be made")


def test_an_interrupted_writer_leaves_the_old_state(path: Path, make_article: MakeArticle) -> None:
    with ClaimStore(path) as store:
        store.add(make_article("kept"), [], 1, [], "1")
    child = os.fork()
    if not child:
        dying = ClaimStore(path)
        dying._connection.execute("BEGIN IMMEDIATE")
        dying.add(make_article("lost"), [], 1, [], "1")
        os._exit(9)
    os.waitpid(child, 0)
    with ClaimStore(path) as store:
        assert [a.title for a in store.articles()] == ["kept"]
