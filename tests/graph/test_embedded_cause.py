"""From the engine's log to a sentence with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from monazite.graph.embedded_cause import cause
from monazite.graph.embedded_files import EngineFiles


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("java.io.IOException: No space left on device", "the disk that holds"),
        ("Terminating due to java.lang.OutOfMemoryError: Java heap space", "ENGINE_HEAP_MB"),
        ("java.nio.file.AccessDeniedException: Permission denied", "--home or MONAZITE_HOME"),
        ("Could not reserve enough space for 9 KB object heap", "too little memory"),
        ("java.net.BindException: Address already in use", "no free port"),
    ],
)
def test_what_the_log_says_becomes_a_sentence(tmp_path: Path, said: str, sentence: str) -> None:
    files = EngineFiles(tmp_path)
    files.create()
    files.log.write_text("INFO starting\n" * 20_000 + said + "\n")
    assert sentence in str(cause(files))
    assert cause(files, died=False) is None


def test_an_unknown_cause_is_none(tmp_path: Path) -> None:
    files = EngineFiles(tmp_path)
    assert cause(files) is None
    files.create()
    files.log.write_text("INFO starting")
    assert cause(files) is None
