"""The example notebook's cells run from the first to the last, in one process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import monazite
import pytest

NOTEBOOKS = Path(monazite.__file__).parent / "examples" / "notebooks"


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda p: p.name)
def test_the_notebook_runs(path: Path, tmp_path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    settings = {
        "MONAZITE_HOME": str(tmp_path / "home"),
        "MONAZITE_ARTICLES": str(NOTEBOOKS.parent / "articles"),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **settings}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "did you mean Lynas" in done.stdout
    assert (tmp_path / "home" / "china-f35.html").exists()
