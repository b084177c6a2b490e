"""The example notebook runs from its first cell to its last."""

from pathlib import Path

import monazite
import pytest

nbclient = pytest.importorskip(
    "nbclient", reason="nbclient is not installed; pip install monazite[dev]"
)
nbformat = pytest.importorskip("nbformat")

NOTEBOOKS = Path(monazite.__file__).parent / "examples" / "notebooks"


def outputs(notebook: object) -> str:
    """Everything that the cells printed or displayed as text."""
    return "\n".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "")
        for cell in notebook.cells  # type: ignore[attr-defined]
        for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda p: p.name)
def test_the_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONAZITE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MONAZITE_ARTICLES", str(NOTEBOOKS.parent / "articles"))
    monkeypatch.setenv("MONAZITE_ENGINE_IDLE_SECONDS", "5")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=180, kernel_name="python3").execute()
    said = outputs(notebook)
    assert "F-35" in said
    assert "did you mean Lynas" in said
    assert "Northern Rare Earth" in said
    assert (tmp_path / "home" / "china-f35.html").exists()
