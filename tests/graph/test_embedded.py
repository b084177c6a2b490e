"""The embedded engine: shared, found again, stopped when idle, killed and started again."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from monazite.errors import StoreError, StoreUnavailable
from monazite.graph.embedded_files import EngineFiles, EngineRecord, held
from monazite.graph.rebuild import Terms, rebuild
from monazite.graph.rows import EdgeRow, NodeRow
from monazite.graph.settings import StoreSettings, store_settings
from monazite.graph.store import Store

IDLE_SECONDS = 2
ALL_GONE = "MATCH (n) DETACH DELETE n"
NODES = [NodeRow("Firm", f"firm:{i}", {"name": "x" * 50}) for i in range(6_000)]
EDGES = [EdgeRow("SUPPLIES", f"u{i}", "Firm", "firm:0", "Firm", f"firm:{i}") for i in range(6_000)]

READ_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from monazite.graph.settings import StoreSettings
from monazite.graph.store import Store
with Store(StoreSettings(Path(sys.argv[1]), idle_seconds=2)) as store:
    print(store.read("MATCH (n:Firm) RETURN count(n)").rows[0][0], flush=True)
    if sys.argv[2:]:
        sys.stdin.readline()
        print(store.read("MATCH (n:Firm) RETURN count(n)").rows[0][0], flush=True)
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> StoreSettings:
    return StoreSettings(tmp_path_factory.mktemp("home"), heap_mb=512, idle_seconds=IDLE_SECONDS)


@pytest.fixture
def store(settings: StoreSettings) -> Iterator[Store]:
    with Store(settings, write=True) as store:
        store.write(lambda transaction: transaction.run(ALL_GONE))
        yield store


@pytest.fixture
def files(settings: StoreSettings) -> EngineFiles:
    return EngineFiles(settings.home)


def engine(files: EngineFiles) -> EngineRecord:
    record = files.read_record()
    assert record is not None
    return record


def until_stopped(files: EngineFiles, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while held(files.engine) or held(files.supervisor):
        assert time.monotonic() < deadline, "the engine still runs"
        time.sleep(0.05)


def another_process(settings: StoreSettings, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", READ_IN_ANOTHER_PROCESS, str(settings.home), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def processes() -> str:
    return subprocess.check_output(["ps", "axww", "-o", "pid,args"], text=True)


def test_what_names_the_engine_is_private(store: Store, files: EngineFiles) -> None:
    record = engine(files)
    for path in (files.folder / "engine.json", files.folder / "config" / "server-groups.json"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700
    assert not files.arguments.exists()
    assert record.root not in repr(record)
    listing = processes()
    assert str(files.arguments) in listing
    assert record.root not in listing
    assert record.reader not in listing


def test_it_listens_on_the_loopback_address_only(store: Store, files: EngineFiles) -> None:
    port = engine(files).port
    with socket.socket() as probe, pytest.raises(OSError):
        # Another loopback address stands for any other: a wildcard listener would answer there.
        probe.connect(("127.0.0.2", port))


def test_two_processes_share_one_engine(
    store: Store, settings: StoreSettings, files: EngineFiles
) -> None:
    store.write(lambda transaction: transaction.run("CREATE (:Firm {id: 'firm:a'})"))
    before = engine(files)
    with another_process(settings) as other:
        assert other.communicate(timeout=30)[0].strip() == "1"
    assert engine(files) == before


def test_it_outlives_its_starter_as_long_as_another_uses_it(
    settings: StoreSettings, files: EngineFiles
) -> None:
    until_stopped(files)
    with Store(settings, write=True) as first:
        first.write(lambda transaction: transaction.run(ALL_GONE))
        other = another_process(settings, "wait")
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "0"
    time.sleep(IDLE_SECONDS + 1)
    answer, _ = other.communicate("\n", timeout=30)
    assert (answer.strip(), other.returncode) == ("0", 0)


def test_it_stops_when_nobody_uses_it_and_keeps_its_data(
    settings: StoreSettings, files: EngineFiles
) -> None:
    with Store(settings, write=True) as store:
        store.write(lambda writer: writer.run(ALL_GONE))
        store.write(lambda writer: writer.run("CREATE (:Firm {id: 'firm:kept'})"))
    first = engine(files)
    until_stopped(files)
    assert files.read_record() is None
    with Store(settings) as store:
        assert store.read("MATCH (n:Firm) RETURN n.id").rows == [["firm:kept"]]
        assert engine(files).root != first.root


def test_two_starters_at_once_start_one_engine(settings: StoreSettings, files: EngineFiles) -> None:
    until_stopped(files)
    starters = [another_process(settings) for _ in range(3)]
    answers = [starter.communicate(timeout=60)[0].strip() for starter in starters]
    assert len(set(answers)) == 1
    assert answers[0].isdigit()


def test_a_killed_engine_is_one_sentence_and_the_next_read_starts_it_again(
    store: Store, files: EngineFiles
) -> None:
    store.write(lambda transaction: transaction.run("CREATE (:Firm {id: 'firm:kept'})"))
    os.kill(engine(files).pid, signal.SIGKILL)
    with pytest.raises(StoreUnavailable, match=r"does not answer; the next command starts it"):
        store.read("MATCH (n:Firm) RETURN n.id")
    assert store.read("MATCH (n:Firm) RETURN n.id").rows == [["firm:kept"]]


def test_killed_while_applying_the_graph_is_the_old_one(store: Store, files: EngineFiles) -> None:
    old = NODES[:100]
    rebuild(store, old, [])

    def kill(done: int, total: int) -> None:
        if done >= total // 2:
            os.kill(engine(files).pid, signal.SIGKILL)

    with pytest.raises(StoreUnavailable):
        rebuild(store, NODES, EDGES, Terms(progress=kill))
    assert store.read("MATCH (n:Firm) RETURN count(n)").rows == [[100]]
    assert rebuild(store, NODES, EDGES).created == 2 * 6_000 - 100
    assert store.read("MATCH (:Firm)-[r]->(:Firm) RETURN count(r)").rows == [[6_000]]


def test_a_killed_supervisor_is_replaced(
    store: Store, settings: StoreSettings, files: EngineFiles
) -> None:
    before = engine(files)
    supervisor = next(
        int(line.split()[0])
        for line in processes().splitlines()
        if "embedded_supervisor" in line and str(settings.home) in line
    )
    os.kill(supervisor, signal.SIGKILL)
    while held(files.supervisor):
        time.sleep(0.01)
    with Store(settings) as second:
        assert second.read("RETURN 1").rows == [[1]]
    assert engine(files) == before
    assert held(files.supervisor)


def test_it_stops_when_its_folder_is_removed(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path / "gone", heap_mb=256, idle_seconds=60)
    files = EngineFiles(settings.home)
    with Store(settings):
        port = engine(files).port
    subprocess.run(["rm", "-rf", str(settings.home)], check=True)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    pytest.fail("the engine still listens")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else_is_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        Store(StoreSettings(tmp_path / "home"))


def test_a_home_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreUnavailable, match=r"cannot be written .*--home"):
        Store(StoreSettings(tmp_path / "home"))


def test_a_heap_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"MONAZITE_ENGINE_HEAP_MB|did not start"):
        Store(StoreSettings(tmp_path, heap_mb=100_000_000))


def test_a_java_that_may_not_run_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "arcadedb_embedded"
    package.mkdir()
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(StoreUnavailable, match="may not be run; repair it with pip install"):
        Store(StoreSettings(tmp_path / "home"))


def test_a_broken_record_is_not_trusted(tmp_path: Path) -> None:
    files = EngineFiles(tmp_path)
    files.create()
    (files.folder / "engine.json").write_text(json.dumps({"pid": 1}))
    assert files.read_record() is None


def test_settings_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("URI", "USERNAME", "PASSWORD", "DATABASE"):
        monkeypatch.setenv(f"NEO4J_{name}", name.lower())
    monkeypatch.setenv("MONAZITE_HOME", str(tmp_path))
    settings = store_settings()
    assert (settings.uri, settings.username, settings.database) == ("uri", "username", "database")
    assert (settings.home, settings.password) == (tmp_path, "password")
    assert "'password'" not in repr(settings)
    monkeypatch.setenv("MONAZITE_ENGINE_HEAP_MB", "lots")
    with pytest.raises(StoreError, match="MONAZITE_ENGINE_HEAP_MB is 'lots'; give a whole number"):
        store_settings()
