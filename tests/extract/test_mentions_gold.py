"""The shipped finder on annotated articles. They trained it: this guards against damage only."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from monazite.extract.names.mentions import MentionFinder

GOLD = os.environ.get("MONAZITE_GOLD")


@pytest.mark.skipif(not GOLD, reason="MONAZITE_GOLD names no folder of annotated articles")
def test_annotated_names_are_found() -> None:
    lines = Path(str(GOLD), "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    finder, article, current = MentionFinder(), None, ""
    wanted = found = right = 0
    for row in rows:
        if article is None or row["article"] != current:
            article, current = finder.article(), row["article"]
        mentions = {(m.text, str(m.label)) for m in article.find(row["sentence"], row["lang"])}
        gold = {(e["text"], e["label"]) for e in row["entities"]}
        wanted, found, right = (
            wanted + len(gold),
            found + len(mentions),
            right + len(gold & mentions),
        )
    assert 2 * right / (wanted + found) > 0.9
