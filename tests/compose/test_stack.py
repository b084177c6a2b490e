"""``docker compose up`` as a stranger runs it: built, kept up to date, killed, taken down, back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from .conftest import PASSWORD, Stack

pytestmark = pytest.mark.compose


def put(stack: Stack, name: str, count: int = 1) -> None:
    """Articles into the inbox, each about a firm that has no other."""
    lines = [
        json.dumps(
            {"title": f"{name} {number} grows", "source": f"{name} {number}", "published": "2026-11-20",
             "text": f"{name} {number} Minerals Corp. acquired Lynas. Lynas produces dysprosium."}
        )
        for number in range(count)
    ]  # fmt: skip
    (stack.inbox / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


@contextmanager
def followed_by(stack: Stack, *events: str) -> Iterator[None]:
    """What is done inside is followed by these events in the scheduler's log."""
    log = stack.log()
    yield
    for event in events:
        stack.wait_for_log(event, log.count(event) + 1)


def test_it_comes_up_with_a_graph_and_its_secret_kept(stack: Stack) -> None:
    status = stack.status()
    assert status["articles"] == 63
    assert int(str(status["nodes"])) > 500
    assert str(status["graph"]).startswith("Neo4j/5.26")
    for service in ("neo4j", "build", "scheduler"):
        assert PASSWORD not in stack.docker("inspect", stack.container(service))
        assert PASSWORD not in stack.docker("logs", stack.container(service))
    assert stack.docker("exec", stack.container("scheduler"), "id", "-u").strip() == "10001"
    assert stack.docker("port", stack.container("neo4j")).count("127.0.0.1:") == 2


def test_a_new_article_is_in_the_graph_after_the_next_tick(stack: Stack) -> None:
    before = stack.status()
    with followed_by(stack, "build began", " 1 of them new"):
        put(stack, "newcomer")
    after = stack.status()
    assert after["articles"] == int(str(before["articles"])) + 1
    assert int(str(after["nodes"])) > int(str(before["nodes"]))


def test_a_scheduler_killed_in_the_middle_of_a_build_makes_up_for_it(stack: Stack) -> None:
    with followed_by(stack, "build began", "build done"):
        put(stack, "calm")
    before = stack.status()
    with followed_by(stack, "build began"):
        put(stack, "crowd", 300)
    stack.docker("kill", "--signal", "KILL", stack.container("scheduler"))
    between = stack.status()
    assert str(between["last build"]).startswith("running")
    assert between["nodes"] == before["nodes"]
    with followed_by(stack, "at once, to catch up", "build done"):
        stack.compose("up", "--detach", "--no-deps", "scheduler")
    after = stack.status()
    assert after["articles"] == int(str(before["articles"])) + 300
    assert int(str(after["nodes"])) >= int(str(before["nodes"])) + 300
    assert str(after["last build"]).startswith("done")


def test_down_and_up_keep_everything(stack: Stack) -> None:
    with followed_by(stack, "build began", "build done"):
        put(stack, "kept")
    before = stack.status()
    stack.compose("down")
    stack.compose("up", "--detach")
    after = stack.status()
    before.pop("last build"), after.pop("last build")
    assert after == before
    assert "changed   nothing" in stack.compose("logs", "--no-log-prefix", "build")
