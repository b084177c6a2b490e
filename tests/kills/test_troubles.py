"""The network is cut in the middle of rebuilds; two rebuilds are started together."""

from __future__ import annotations

import os
from threading import Timer
from urllib.parse import urlsplit

import pytest
from monazite.errors import StoreError
from monazite.operations.build import build

from .proxy import Proxy
from .stage import Stage
from .test_kills import rebuild_seconds

pytestmark = pytest.mark.kills
CUTS = int(os.environ.get("MONAZITE_CUTS", "30"))
BUSY = 8
PAIRS = int(os.environ.get("MONAZITE_PAIRS", "50"))


def test_two_rebuilds_started_together(stage: Stage) -> None:
    ended = []
    for _ in range(PAIRS):
        stage.one_more()
        both = [stage.begin(), stage.begin()]
        ended += [process.wait() for process in both]
        stage.finish()
    print(f"{stage.engine.name}: {len(ended)} rebuilds, {ended.count(0)} ended with 0")
    assert set(ended) <= {0, BUSY}
    assert ended.count(0) >= PAIRS


def test_the_network_is_cut(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    if stage.engine.server is None:
        pytest.skip("the embedded engine is reached without a network")
    longest = rebuild_seconds(stage)
    stage.finish()
    broken = 0
    for number in range(CUTS):
        stage.one_more()
        with Proxy(urlsplit(stage.engine.server.uri).port or 0) as proxy:
            monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{proxy.port}")
            cut = Timer(stage.random.uniform(0.1, 0.9) * longest, proxy.cut)
            cut.start()
            mend = Timer(2 * longest, proxy.mend) if number % 2 else None
            if mend:
                mend.start()
            try:
                build([stage.inbox], stage.home)
            except StoreError:
                broken += 1
            cut.cancel()
            if mend:
                mend.cancel()
        monkeypatch.setenv("NEO4J_URI", stage.engine.server.uri)
        stage.finish()
    print(f"{stage.engine.name}: {broken} of {CUTS} rebuilds failed when the network was cut")
    assert broken
