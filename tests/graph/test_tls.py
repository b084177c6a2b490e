"""Encrypted addresses, against a Neo4j that speaks nothing else; its authority is our own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from monazite.errors import StoreError, StoreUnavailable
from monazite.graph.settings import StoreSettings
from monazite.graph.settings import store_settings as settings_of
from monazite.graph.store import Store

from ..engines.lines import LINES
from ..engines.local import LocalNeo4j
from ..engines.server import Missing

SETTINGS = """
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=server.key
dbms.ssl.policy.bolt.public_certificate=server.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""
NEW_KEY = ("-newkey", "rsa:2048", "-nodes")


def _certificates(folder: Path) -> None:
    """An authority, ``ca.crt``, and a certificate that it signed for the name localhost."""

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=folder)

    folder.mkdir()
    (folder / "names").write_text("subjectAltName=DNS:localhost\n")
    openssl("req", "-x509", *NEW_KEY, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=Us")
    openssl("req", *NEW_KEY, "-keyout", "server.key", "-out", "asked", "-subj", "/CN=localhost")
    signer = ("-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names")
    openssl("x509", "-req", "-in", "asked", *signer, "-out", "server.crt")


@pytest.fixture(scope="module", params=LINES)
def encrypted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[StoreSettings, Path]]:
    """Settings (``bolt+ssc``) of a server that wants TLS, and the folder of its certificates."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificates, is not on the PATH")
    home = tmp_path_factory.mktemp("tls")
    _certificates(home / "certificates")
    settings = SETTINGS.format(folder=home / "certificates")
    try:
        neo4j = LocalNeo4j(LINES[request.param], home, settings=settings, scheme="bolt+ssc")
        neo4j.start()
    except Missing as missing:
        pytest.skip(str(missing))
    server = neo4j.server
    yield StoreSettings(home, server.uri, server.user, server.password), home / "certificates"
    neo4j.kill()


def at(settings: StoreSettings, scheme: str, host: str = "127.0.0.1") -> StoreSettings:
    place = str(settings.uri).partition("://")[2].replace("127.0.0.1", host)
    return replace(settings, uri=f"{scheme}://{place}")


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_any_certificate_will_do_where_that_is_asked(
    encrypted: tuple[StoreSettings, Path], scheme: str
) -> None:
    with Store(at(encrypted[0], scheme)) as store:
        assert store.read("RETURN 1").rows == [[1]]


def test_an_authority_of_ones_own(encrypted: tuple[StoreSettings, Path]) -> None:
    settings, folder = encrypted
    trusting = replace(at(settings, "bolt+s", "localhost"), ca_file=folder / "ca.crt")
    with Store(trusting) as store:
        assert store.read("RETURN 1").rows == [[1]]
    with pytest.raises(StoreUnavailable, match=r"not trusted \(.*127.0.0.1"):
        Store(replace(trusting, uri=str(settings.uri).replace("+ssc", "+s")))


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_without_its_authority_a_certificate_is_not_trusted(
    encrypted: tuple[StoreSettings, Path], scheme: str
) -> None:
    settings = at(encrypted[0], scheme, "localhost")
    with pytest.raises(StoreUnavailable, match=r"not trusted \(.*issuer.*NEO4J_CA_FILE") as caught:
        Store(settings)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_without_tls_the_remedy_is_named(
    encrypted: tuple[StoreSettings, Path], scheme: str
) -> None:
    with pytest.raises(StoreUnavailable, match=r"if it wants TLS, .*bolt\+s"):
        Store(at(encrypted[0], scheme))


def test_a_server_without_tls(session_store: Store, store_settings: StoreSettings) -> None:
    uri = session_store.address.uri.replace("bolt", "bolt+s")
    with pytest.raises(StoreUnavailable, match="does not speak TLS"):
        Store(replace(store_settings, uri=uri, password="x"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j+ssc"])
def test_an_authority_that_nothing_would_ask(tmp_path: Path, scheme: str) -> None:
    settings = StoreSettings(tmp_path, f"{scheme}://127.0.0.1:9", ca_file=tmp_path / "ca.crt")
    with pytest.raises(StoreUnavailable, match=rf"{scheme.partition('+')[0]}\+s://"):
        Store(settings)


def test_a_file_of_no_certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_CA_FILE", str(tmp_path / "ca.crt"))
    with pytest.raises(StoreError, match=r"NEO4J_CA_FILE .*ca.crt cannot be used \(No such file"):
        settings_of(tmp_path)
    (tmp_path / "ca.crt").write_text("no certificate")
    with pytest.raises(StoreError, match="it holds no certificate"):
        settings_of(tmp_path)
