"""What ``make demo`` shows: build the example articles, ask, and look behind the answers.

The graph is kept in ```demo/``, so a second run finds nothing to do.
"""

from __future__ import annotations

import os
import shlex
import time
from pathlib import Path

from monazite import connect
from monazite.cli.app import app

ROOT = Path(__file__).parent.parent
HOME = Path("demo")
PICTURE = HOME / "china-f35.html"

ACTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "How does the F-35 depend on China, and through whom?",
        ("query dependency-paths --source China --target F-35 --max-hops 4 --limit 6",),
    ),
    (
        "And electric vehicles on dysprosium?",
        ("query dependency-paths --source dysprosium --target 'electric vehicles' --limit 4",),
    ),
    (
        "Is there a way from Australia to the F-35 around China?",
        ("query paths-avoiding --source Australia --target F-35 --avoiding China --limit 4",),
    ),
    ("The sentences behind the first path", ("evidence {fact}",)),
    ("What the articles do not agree on", ("query disagreements --limit 6",)),
    (
        "Where the routes run together",
        (
            "query chokepoints --source China --target F-35 --limit 4",
            "analyse minimum-cut --source China --target F-35",
        ),
    ),
    ("A picture of the paths", (f"view --source China --target F-35 -o {PICTURE}",)),
)


def run(command: str) -> None:
    """Print a command as a person would type it, and run it in this process."""
    print(f"\n$ monazite --home {HOME} {command}", flush=True)
    arguments = shlex.split(
        command.replace(f"-o {PICTURE.name}", f"-o {shlex.quote(str(PICTURE))}")
    )
    app(["--home", str(HOME), *arguments], standalone_mode=False)


def first_fact() -> str:
    """The uid of the first fact of the first path from China to the F-35."""
    with connect(HOME) as graph:
        paths = graph.query("dependency-paths", source="China", target="F-35", max_hops=4)
        return str(paths.to_records()[0]["facts"][0])[:8]  # type: ignore[index]


def main() -> None:
    """Play all acts."""
    os.chdir(ROOT)
    began = time.monotonic()
    print("Articles become a graph")
    run("build examples/articles")
    for title, commands in ACTS:
        print(f"\n\n{title}")
        for command in commands:
            run(command.format(fact=first_fact()) if "{fact}" in command else command)
    print(f"\nOpen {PICTURE} in a browser. All of this took {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
