"""Articles that keep coming, each with facts that are new and facts that others state too."""

from __future__ import annotations

import json
from pathlib import Path

FIRMS = ("Lynas", "Iluka", "MP Materials", "Arafura", "Vulcan Elements", "Noveon Magnetics")
THINGS = ("dysprosium", "terbium", "neodymium", "praseodymium", "gallium", "germanium")


def add(inbox: Path, number: int) -> None:
    """Put one more file of three articles into the inbox, whole from the first moment on."""
    rows = [_article(3 * number + part) for part in range(3)]
    waiting = inbox / f".{number}.tmp"
    waiting.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    waiting.rename(inbox / f"{number:04}.jsonl")


def _article(n: int) -> dict[str, str]:
    firm, thing = FIRMS[n % len(FIRMS)], THINGS[n % 7 % len(THINGS)]
    text = (
        f"{firm} produced {n + 10} tonnes of {thing} in 2025. "
        f"China controls {50 + n % 45}% of the processing of {thing}. "
        f"{firm} supplies {thing} to Hitachi Metals {n}. "
        f"Batch {n * 7919 % 100_003} left plant {n * 104_729 % 1_299_709} on schedule."
    )
    day = f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}"
    return {"title": f"Report {n}", "text": text, "published": day, "lang": "en"}
