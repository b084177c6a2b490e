"""The password from a file, as Docker's secrets give it."""

from __future__ import annotations

from pathlib import Path

import pytest
from monazite.errors import StoreError
from monazite.graph.settings import store_settings


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)


@pytest.mark.parametrize("written", ["a b c", "a b c\n", "a b c\r\n"])
def test_a_file_holds_the_password_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    file = tmp_path / "secret"
    file.write_bytes(written.encode())
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(file))
    assert store_settings(tmp_path).password == "a b c"


def test_two_passwords_are_one_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "one")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "other"))
    with pytest.raises(StoreError, match="both set; keep one of them"):
        store_settings(tmp_path)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(StoreError, match=r"NEO4J_PASSWORD_FILE .*none cannot be read \(No such"):
        store_settings(tmp_path)
    (tmp_path / "none").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError, match=r"it is no text in UTF-8"):
        store_settings(tmp_path)
