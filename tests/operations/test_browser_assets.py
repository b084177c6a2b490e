"""What ``monazite browser-assets`` writes, and how it is served."""

from __future__ import annotations

import html
import re
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from monazite.cli.app import app
from monazite.errors import CannotServe, OutputError
from monazite.operations.browser_assets import write_browser_assets
from monazite.operations.serving import server_of
from monazite.queries import catalogue
from typer.testing import CliRunner

PARAM = re.compile(r"^// :param (\w+) => \S", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "made"
    write_browser_assets(folder)
    return folder


@pytest.mark.parametrize("name", catalogue())
def test_each_query_is_a_favourite(folder: Path, name: str) -> None:
    query = catalogue()[name]
    text = (folder / "favourites" / query.category / f"{name}.cypher").read_text("utf-8")
    assert text.startswith(f"// {query.title}\n// {query.question}\n")
    assert PARAM.findall(text) == [p.name for p in query.params]
    assert text.endswith(query.statement)
    assert ";" not in re.sub("//.*", "", query.statement)  # or the Browser shows no rows


def test_one_favourite_sets_the_parameters_of_all(folder: Path) -> None:
    text = (folder / "favourites" / "parameters.cypher").read_text("utf-8")
    named = re.findall(r"^:param (\w+) => .+;$", text, re.MULTILINE)
    assert len(named) == len(set(named))
    assert set(named) == {p.name for query in catalogue().values() for p in query.params}


def test_the_archive_holds_the_favourites(folder: Path) -> None:
    with zipfile.ZipFile(folder / "favourites.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    single = folder / "favourites"
    assert packed == {
        str(path.relative_to(single)): path.read_bytes() for path in single.rglob("*.cypher")
    }


def test_the_guide_has_a_card_a_query(folder: Path) -> None:
    page = (folder / "guide.html").read_text("utf-8")
    cards = re.findall(r'<section id="([\w-]+)".*?<pre [^>]*>\n(.*?)</pre>', page, re.DOTALL)
    shown = {name: html.unescape(text) for name, text in cards}
    assert shown == {q.name: f"// {q.title}\n{q.statement}" for q in catalogue().values()}


def test_what_the_browser_takes_for_a_script_is_not_in_the_guide(folder: Path) -> None:
    """It cuts these out of a guide, in the middle of a query too."""
    page = (folder / "guide.html").read_text("utf-8")
    assert not re.search(r"\son\S+\s*=\s*(\"[^\"]*\"|'[^']*'|[\w\-.:]+)", page)
    assert "<script" not in page


def test_a_second_time_writes_the_same(folder: Path, tmp_path: Path) -> None:
    again = write_browser_assets(tmp_path)
    assert len(again) == len(catalogue()) + 4
    for path in again:
        assert path.read_bytes() == (folder / path.relative_to(tmp_path)).read_bytes()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="taken"):
        write_browser_assets(tmp_path / "taken")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with server_of(folder, "127.0.0.1", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_a_page_of_another_port_may_read_the_guide(address: str, method: str) -> None:
    with urlopen(Request(f"{address}/guide.html", method=method)) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Access-Control-Allow-Headers"] == "pragma, cache-control"
        assert (b"<title>monazite</title>" in answer.read()) == (method == "GET")


def test_nothing_outside_the_folder_is_served(address: str, folder: Path) -> None:
    (folder.parent / "secret").write_text("secret")
    with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))) as line:
        line.sendall(b"GET /../secret HTTP/1.0\r\n\r\n")
        assert b" 404 " in line.makefile("rb").readline()


def test_a_taken_port_is_named(address: str, folder: Path) -> None:
    port = int(address.rpartition(":")[2])
    with pytest.raises(CannotServe, match=f"127.0.0.1:{port} cannot be served"):
        server_of(folder, "127.0.0.1", port)


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["browser-assets", str(tmp_path / "b")])
    assert said.exit_code == 0
    assert said.stdout == f"{len(catalogue()) + 4} files -> {tmp_path / 'b'}\n"
