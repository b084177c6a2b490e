"""What the files of Docker promise, read without Docker."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from .conftest import ROOT

TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
FILE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = FILE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_ports_answer_this_machine_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_outside_and_stands_in_no_environment() -> None:
    assert FILE["secrets"] == {"neo4j-password": {"environment": "NEO4J_PASSWORD"}}
    for name, service in SERVICES.items():
        assert service["secrets"] == ([] if name == "guide" else ["neo4j-password"])
        assert not {"NEO4J_PASSWORD", "NEO4J_AUTH"} & service["environment"].keys()


def test_images_are_pinned() -> None:
    assert re.fullmatch(r"neo4j:\d+\.\d+\.\d+-community", SERVICES["neo4j"]["image"])
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert bases == ["python:3.12-slim"] * 2


def test_the_image_is_made_from_the_lock_and_runs_as_nobody_special() -> None:
    assert "--require-hashes -r /tmp/service.txt" in DOCKERFILE
    assert DOCKERFILE.index("USER monazite") < DOCKERFILE.index("ENTRYPOINT")


@pytest.mark.parametrize("service", ["neo4j", "scheduler", "guide"])
def test_what_runs_on_comes_back_and_has_time_to_stop(service: str) -> None:
    assert SERVICES[service]["restart"] == "unless-stopped"
    assert int(SERVICES[service]["stop_grace_period"].removesuffix("s")) >= 30


def test_the_scheduler_waits_for_the_first_build() -> None:
    healthy, built = (
        {"condition": "service_healthy"},
        {"condition": "service_completed_successfully"},
    )
    assert SERVICES["build"]["depends_on"] == {"neo4j": healthy}
    assert SERVICES["scheduler"]["depends_on"] == {"neo4j": healthy, "build": built}
    assert "test" in SERVICES["neo4j"]["healthcheck"]


def test_every_volume_is_named_and_what_is_read_cannot_be_written() -> None:
    mounts = [mount for service in SERVICES.values() for mount in service.get("volumes", ())]
    named = {mount.split(":")[0] for mount in mounts if not mount.startswith("$")}
    assert named == set(FILE["volumes"])
    assert all(mount.endswith(":ro") for mount in mounts if mount.startswith("$"))


def test_the_browser_opens_the_guide_that_is_served() -> None:
    port = "${MONAZITE_GUIDE_PORT:-7475}"
    opened = SERVICES["neo4j"]["environment"]["NEO4J_browser_post__connect__cmd"]
    assert opened == f"guide http://localhost:{port}/guide.html"
    assert SERVICES["guide"]["ports"] == [f"127.0.0.1:{port}:7475"]
