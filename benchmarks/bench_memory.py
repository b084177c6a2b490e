"""Memory: peak resident megabytes of a build of 10,000 synthetic articles against one of 2,500.

Prints the ratio: with flat memory it stays near 1 although the input is four times as large.
"""

from __future__ import annotations

import json
import resource
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


def peak_megabytes(count: int) -> float:
    """Peak memory of a build of so many articles, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("\n".join(lines(count)), encoding="utf-8")
        run = [sys.executable, __file__, "--measure", folder, str(source)]
        began = time.perf_counter()
        peak = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        print(f"{count:,} articles: {peak:,.0f} MB, {time.perf_counter() - began:.0f} s")
        return peak


def measure(home: str, source: str) -> None:
    """Build, and print this process's peak memory in megabytes."""
    from monazite.operations.build import build

    build([Path(source)], Path(home))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Measure both and print the ratio."""
    ratio = peak_megabytes(LARGE) / peak_megabytes(SMALL)
    print(f"ratio of peak memory for {LARGE / SMALL:.0f} times the articles: {ratio:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:])
    else:
        main()
