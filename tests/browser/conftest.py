"""A Neo4j with the graph of the example articles, our guide served, and its Browser in Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from monazite.operations.browser_assets import write_browser_assets
from monazite.operations.serving import server_of

from ..conftest import EXAMPLES
from ..engines.engine import Engine
from ..engines.server import Server
from ..engines.servers import Servers
from .browsing import Browsing, open_browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="package")
def server(neo4j_servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A Neo4j 5.26 that holds the graph of all example articles and nothing else."""
    from monazite.graph.store import Store
    from monazite.operations.build import build

    engine = Engine("5.26", neo4j_servers["5.26"])
    home = tmp_path_factory.mktemp("home")
    with Store(engine.settings(home), write=True) as store:
        store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        engine.use(monkeypatch)
        build([EXAMPLES / "articles"], home)
    return neo4j_servers["5.26"]


@pytest.fixture(scope="package")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``monazite browser-assets`` writes."""
    folder = tmp_path_factory.mktemp("assets")
    write_browser_assets(folder)
    return folder


@pytest.fixture(scope="package")
def guide(assets: Path) -> Iterator[str]:
    """The address of the guide, served as ``--serve`` serves it."""
    with server_of(assets, "127.0.0.1", 0) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://localhost:{serving.server_port}/guide.html"
        serving.shutdown()


@pytest.fixture(scope="package")
def chromium() -> str:
    """The Chromium of this machine; skips the test where there is none."""
    pytest.importorskip("playwright", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        reason = f"no Chromium on the PATH ({', '.join(CHROMIUM)})"
        (pytest.fail if os.environ.get("MONAZITE_REQUIRE_ENGINES") else pytest.skip)(reason)
    return found


@pytest.fixture(scope="package", params=["light", "dark"])
def browser(
    request: pytest.FixtureRequest, chromium: str, server: Server, guide: str
) -> Iterator[Browsing]:
    """Neo4j Browser in each theme, logged in, the guide open beside it and its set-up clicked."""
    if server.http is None:
        pytest.skip(f"the address of the Browser of {server.uri} is not known")
    with open_browser(chromium, server, request.param) as browsing:
        browsing.command(f":guide {guide}")
        browsing.set_up()
        yield browsing
