"""Memory: peak resident megabytes of builds of 10,000 synthetic articles against 2,500.

Each of three builds runs in a process of its own, and that process is measured (the engine is
another one, with a fixed heap): the first build (extraction, stories, facts, plan, writing), a
second one of the same articles (nothing is new and nothing changes), and a rebuild of an empty
graph from the stored claims. With flat memory the ratios stay near 1.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SMALL, LARGE = 2_500, 10_000
FIRMS = ("Lynas", "Iluka", "MP Materials", "Arafura", "Vulcan Elements", "Noveon Magnetics")
THINGS = ("dysprosium", "terbium", "neodymium", "praseodymium", "gallium", "germanium")


def lines(count: int) -> Iterator[str]:
    """Synthetic articles: dated, distinct, each with a few statements."""
    for n in range(count):
        firm, thing = FIRMS[n % len(FIRMS)], THINGS[n % 7 % len(THINGS)]
        day = f"20{20 + n % 6}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        text = (
            f"{firm} produced {n + 10} tonnes of {thing} in the year to {day}. "
            f"China controls {50 + n % 45}% of the processing of {thing}. "
            f"Report number {n} adds that the F-35 needs {n % 400 + 1} kg of rare earths. "
            f"Batch {n * 7919 % 100_003} left plant {n * 104_729 % 1_299_709} on schedule."
        )
        yield json.dumps({"title": f"Report {n}", "text": text, "published": day, "lang": "en"})


def peaks(count: int) -> dict[str, float]:
    """Peak memory of each of the three builds of so many articles."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("\n".join(lines(count)), encoding="utf-8")
        home, bare = Path(folder) / "home", Path(folder) / "bare"
        found = {"first build": peak_megabytes(home, source)}
        found["second build"] = peak_megabytes(home, source)
        bare.mkdir()
        shutil.copy(home / "claims.sqlite", bare)
        found["graph alone"] = peak_megabytes(bare, source)
        return found


def peak_megabytes(home: Path, source: Path) -> float:
    """Peak memory of one build, in a process of its own."""
    run = [sys.executable, __file__, "--measure", str(home), str(source)]
    began = time.perf_counter()
    peak = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    print(f"{home.name}: {peak:,.0f} MB, {time.perf_counter() - began:.0f} s", flush=True)
    return peak


def measure(home: str, source: str) -> None:
    """Build, and print this process's peak memory in megabytes."""
    from monazite.operations.build import build

    build([Path(source)], Path(home))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Measure both sizes and print the ratios."""
    small, large = peaks(SMALL), peaks(LARGE)
    for name, peak in large.items():
        print(
            f"{name}: {small[name]:,.0f} MB for {SMALL:,} articles, {peak:,.0f} MB for {LARGE:,}, "
            f"ratio {peak / small[name]:.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    else:
        main()
