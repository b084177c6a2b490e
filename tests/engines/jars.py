"""Neo4j's jars from Maven Central, kept in the user's cache folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

from .java import java_for
from .lines import Line
from .server import Missing

POM = Path(__file__).parent / "pom.xml"


def jars(line: Line, download: bool) -> Path:
    """The folder of the line's jars, fetched by Maven where they are not there if ``download``."""
    digest = hashlib.sha256(POM.read_bytes()).hexdigest()[:8]
    folder = user_cache_path("monazite-tests", appauthor=False) / f"neo4j-{line.version}-{digest}"
    if not folder.is_dir():
        if not download:
            raise Missing(f"its jars are not in {folder.parent}")
        _fetch(line, folder)
    return folder


def _fetch(line: Line, folder: Path) -> None:
    """Fetch next to the folder and rename, so that a folder of that name is whole."""
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("Maven (mvn), which fetches its jars, is not on the PATH")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-") as fetching:
        part = Path(fetching) / "lib"
        said = subprocess.run(
            [
                maven, "-q", "-B", "-f", POM, f"-Dneo4j.version={line.version}",
                "dependency:copy-dependencies", f"-DoutputDirectory={part}",
            ],
            env={**os.environ, "JAVA_HOME": str(java_for(line).resolve().parent.parent)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900,
        )  # fmt: skip
        if said.returncode:
            reason = (said.stdout.strip() or said.stderr.strip()).partition("\n")[0]
            raise Missing(f"Maven could not fetch its jars ({reason})")
        if not folder.is_dir():
            part.rename(folder)
