"""The Java runtimes of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .lines import Line
from .server import Missing

FOLDERS = ("/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home")


def java_for(line: Line) -> Path:
    """The ``java`` of the oldest release here that the line runs on."""
    fitting = {release: java for release, java in found().items() if release in line.java}
    if not fitting:
        here = ", ".join(map(str, sorted(found()))) or "none"
        raise Missing(f"it needs Java {line.java.start} or newer (found: {here})")
    return fitting[min(fitting)]


@cache
def found() -> dict[int, Path]:
    """Release number to the ``java`` of that release."""
    return {release: java for java in _candidates() if (release := _release(java))}


def _candidates() -> Iterator[Path]:
    homes = [Path(home) for pattern in FOLDERS for home in Path("/").glob(pattern.lstrip("/"))]
    if named := os.environ.get("JAVA_HOME"):
        homes.append(Path(named))
    yield from (home / "bin" / "java" for home in sorted(homes))
    if on_path := shutil.which("java"):
        yield Path(on_path)


def _release(java: Path) -> int | None:
    """The release of a ``java``; nothing where there is none, or one that does not run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.search(r'version "(\d+)', said.stderr)
    return int(version[1]) if version else None
