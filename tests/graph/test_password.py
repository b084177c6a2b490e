"""The password is nowhere to be read: not in errors, logs, process lists, nor an address."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from monazite.errors import StoreError
from monazite.graph.embedded_files import EngineFiles
from monazite.graph.settings import StoreSettings, store_settings
from monazite.graph.store import Store

SECRET = "hunter22-secret"


@pytest.mark.parametrize("uri", [f"bolt://neo4j:{SECRET}@h:7687", f"neo4j+s//u:{SECRET}@h"])
def test_an_address_that_holds_a_password_is_refused_unsaid(
    uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", uri)
    with pytest.raises(StoreError, match="NEO4J_USERNAME and NEO4J_PASSWORD") as caught:
        store_settings(tmp_path)
    assert SECRET not in str(caught.value)


def test_neither_logs_nor_errors_tell_it(
    session_store: Store, store_settings: StoreSettings, caplog: pytest.LogCaptureFixture
) -> None:
    address = session_store.address
    caplog.set_level(logging.DEBUG, "neo4j")
    wrong = replace(store_settings, uri=address.uri, username="neo4j", password=SECRET)
    with pytest.raises(StoreError) as caught:
        Store(wrong)
    with Store(store_settings) as store:
        told = [str(caught.value), repr(wrong), repr(store.address), store.description]
        assert address.password
        for text in (*told, caplog.text):
            assert SECRET not in text
            assert address.password not in text
    assert caplog.text


def test_the_process_list_of_the_embedded_engine_does_not_tell_it(
    session_store: Store, store_settings: StoreSettings
) -> None:
    if store_settings.uri:
        pytest.skip("this server is not ours to start")
    record = EngineFiles(store_settings.home).read_record()
    assert record is not None
    lines = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if p.parent.is_dir()]
    assert lines
    for secret in (record.root, record.reader):
        assert not [line for line in lines if secret.encode() in line]
