"""A Neo4j in a container, where a Docker engine answers."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .lines import Line
from .server import USER, Missing, Server

SETTINGS = {
    "NEO4J_server_memory_heap_max__size": "512m",
    "NEO4J_server_memory_pagecache_size": "64m",
    "NEO4J_dbms_usage__report_enabled": "false",
}
HTTP = 7474


@contextmanager
def container(line: Line, _folder: Path, download: bool) -> Iterator[Server]:
    """A container of the line's image, which is pulled only if ``download``."""
    _require_image(line.image, download)
    from testcontainers.community.neo4j import Neo4jContainer

    password = secrets.token_hex(8)
    started = Neo4jContainer(line.image, username=USER, password=password)
    started.with_exposed_ports(HTTP)
    for name, value in SETTINGS.items():
        started.with_env(name, value)
    with started:
        host = started.get_container_host_ip()
        http = f"http://{host}:{started.get_exposed_port(HTTP)}"
        yield Server(started.get_connection_url(), password, http=http)


def _require_image(image: str, download: bool) -> None:
    import docker
    from docker.errors import DockerException

    try:
        client = docker.from_env(timeout=10)
    except DockerException as error:
        raise Missing("no Docker engine answers") from error
    try:
        if not client.images.list(image) and not download:
            raise Missing(f"the Docker engine has no image {image}")
        if not client.images.list(image):
            client.images.pull(image)
    except DockerException as error:
        raise Missing(f"the Docker image {image} cannot be had") from error
    finally:
        client.close()
