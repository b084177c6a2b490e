"""Start-up: ``import monazite`` and ``monazite --help`` against ``python -c pass`` (seconds).

Prints the median of several runs each and the difference to the bare interpreter.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 7
BARE = [sys.executable, "-c", "pass"]
CASES = {
    "import monazite": ([sys.executable, "-c", "import monazite"], 0.3),
    "monazite --help": ([sys.executable, "-m", "monazite.cli", "--help"], 0.5),
}


def median_seconds(command: list[str]) -> float:
    """The median wall time of a whole process."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    bare = median_seconds(BARE)
    print(f"python -c pass: {bare:.3f} s")
    for name, (command, allowed) in CASES.items():
        seconds = median_seconds(command)
        print(
            f"{name}: {seconds - bare:.3f} s more (ratio {seconds / bare:.1f}; at most {allowed})"
        )


if __name__ == "__main__":
    main()
