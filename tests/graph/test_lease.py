"""Two rebuilds at once, one that falls silent, and what readers see meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from monazite.errors import GraphBusy, GraphChanged, GraphUnfinished, RebuildBusy
from monazite.graph.constraints import prepare_control
from monazite.graph.lease import Lease
from monazite.graph.rebuild import Terms, rebuild
from monazite.graph.rows import NodeRow
from monazite.graph.store import Store
from monazite.graph.whole import WholeReader

COUNT = "MATCH (n:Firm) RETURN count(n)"


def firms(count: int, **more: object) -> list[NodeRow]:
    return [NodeRow("Firm", f"firm:{i}", {"name": f"Firm {i}", **more}) for i in range(count)]


@pytest.fixture
def prepared(empty_store: Store) -> Iterator[Store]:
    prepare_control(empty_store)
    yield empty_store
    empty_store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))


def test_the_second_waits_for_the_first_and_says_for_whom(prepared: Store) -> None:
    told: list[str] = []
    with Lease(prepared) as first:
        with pytest.raises(RebuildBusy, match="--wait"):
            Lease(prepared, wait_s=0)
        threading.Timer(0.7, first.close).start()
        with Lease(prepared, wait_s=10, waiting=told.append) as second:
            assert prepared.revision().holder == second.holder
    assert set(told) == {first.holder}
    assert prepared.revision().holder == ""


def test_of_many_who_ask_at_once_one_gets_it(prepared: Store) -> None:
    def take(_: int) -> Lease | None:
        try:
            return Lease(prepared, wait_s=0)
        except RebuildBusy:
            return None

    with ThreadPoolExecutor(8) as pool:
        got = [lease for lease in pool.map(take, range(8)) if lease]
    assert len(got) == 1
    got[0].close()


def test_a_lease_is_renewed_while_it_is_held(prepared: Store) -> None:
    with Lease(prepared, seconds=1):
        time.sleep(1.6)
        with pytest.raises(RebuildBusy):
            Lease(prepared, wait_s=0)


def silence(lease: Lease) -> None:
    """As where the process is stopped: it renews nothing any more."""
    lease._over.set()
    lease._heart.join()


def test_of_a_silent_rebuild_and_its_successor_only_one_commits(prepared: Store) -> None:
    lost = Lease(prepared, seconds=1)
    silence(lost)
    with Lease(prepared, wait_s=5) as heir:
        with pytest.raises(RebuildBusy, match=f"silent for longer than 1 s and {heir.holder}"):
            lost.open()
        with pytest.raises(RebuildBusy):
            prepared.write(lambda writer: _mark(lost, writer))
        prepared.write(lambda writer: _mark(heir, writer))
        lost.close()
        assert prepared.revision().holder == heir.holder
    assert prepared.read("MATCH (n:Firm) RETURN n.by").rows == [[heir.holder]]


def _mark(lease: Lease, writer: object) -> None:
    writer.run("CREATE (:Firm {id: 'firm:x', by: $by})", by=lease.holder)  # type: ignore[attr-defined]
    lease.fence(writer, {})  # type: ignore[arg-type]


def test_readers_wait_while_a_living_rebuild_commits(prepared: Store) -> None:
    lease = Lease(prepared)
    lease.open()
    assert prepared.revision().committing
    reader = WholeReader(prepared.revision, patience_s=0.2)
    with pytest.raises(GraphBusy, match="did not end within 0.2 s"):
        reader.run(lambda: 1)
    threading.Timer(0.3, lease.close).start()
    began = time.monotonic()
    assert prepared.read(COUNT).rows == [[0]]
    assert time.monotonic() - began > 0.2
    assert not prepared.revision().committing


def test_readers_do_not_wait_for_the_dead(prepared: Store) -> None:
    lease = Lease(prepared, seconds=1)
    lease.open()
    silence(lease)
    began = time.monotonic()
    assert prepared.read(COUNT).rows == [[0]]
    assert time.monotonic() - began < 3
    odd = prepared.revision().number
    assert odd % 2 == 1
    with Lease(prepared) as heir:
        heir.open()
        assert prepared.revision().number == odd + 2, "who read at the old odd one sees it moved"


def test_an_answer_that_a_commit_overtook_is_read_again(prepared: Store) -> None:
    answers = iter(["torn", "torn", "whole"])

    def work() -> str:
        answer = next(answers)
        if answer == "torn":
            with Lease(prepared) as lease:
                lease.open()
        return answer

    assert WholeReader(prepared.revision).run(work) == "whole"


def test_a_snapshot_is_one_state_or_an_error(empty_store: Store) -> None:
    rebuild(empty_store, firms(2), [])
    with empty_store.snapshot():
        assert empty_store.read(COUNT).rows == [[2]]
        assert empty_store.read(COUNT).rows == [[2]]
        rebuild(empty_store, firms(3), [])
        with pytest.raises(GraphChanged, match="run the whole block again"):
            empty_store.read(COUNT)
    assert empty_store.read(COUNT).rows == [[3]]


class Cut(Exception):
    """What breaks the first load off."""


def test_a_first_load_that_was_cut_off_is_not_read_and_is_finished(empty_store: Store) -> None:
    def cut(done: int, total: int) -> None:
        raise Cut

    with pytest.raises(Cut):
        rebuild(empty_store, firms(6_000), [], Terms(progress=cut))
    assert list(empty_store.stream(COUNT)) == [[5_000]]
    with pytest.raises(GraphUnfinished, match="monazite rebuild"):
        empty_store.read(COUNT)
    plan = rebuild(empty_store, firms(6_000), [])
    assert plan.created == 1_000
    assert empty_store.read(COUNT).rows == [[6_000]]
