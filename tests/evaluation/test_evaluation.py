"""Scores on a small annotated file, counted by hand; errors that name the line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from monazite.errors import InputError
from monazite.evaluation.gold import read_gold
from monazite.evaluation.report import Extraction, score_extractions
from monazite.evaluation.run import evaluate
from monazite.evaluation.tables import markdown, summary, tables, to_json
from monazite.operations.extract import extract_to_file
from monazite.schema import Claim, Mention, claim_id, entity_id

ROW = {
    "title": "A title", "date": "2025-01-01", "lang": "en", "sentence": "China controls dysprosium.",
    "entities": [
        {"text": "China", "label": "Country", "id": "CN"},
        {"text": "dysprosium", "label": "Element", "id": "Dy"},
        {"text": "the Kuantan plant", "label": "Facility", "id": "Kuantan plant"},
    ],
    "facts": [
        {"subject": "CN", "relation": "CONTROLS", "object": "Dy", "q": {"share": 90, "stage": "mining"}},
        {"subject": "Kuantan plant", "relation": "PRODUCES", "object": "Dy", "q": {}},
        {"subject": "CN", "relation": "SUPPLIES", "object": "JP", "q": {"material": "Dy"}},
    ],
}  # fmt: skip


def mention(label: str, key: str, name: str) -> Mention:
    return Mention(
        text=name, label=label, id=entity_id(label, key), name=name, start=0, end=len(name)
    )  # type: ignore[arg-type]


def claim(
    subject: Mention, relation: str, other: Mention, confidence: float, **said: object
) -> Claim:
    return Claim(
        id=claim_id("a", 1, subject.id, relation, other.id), article="a", sentence_index=1,
        sentence="x", sentence_start=0, sentence_end=1, lang="en", subject=subject,
        relation=relation, object=other, qualifiers=said, confidence=confidence,
        votes={"patterns": confidence},
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return file


def test_scores_are_what_a_person_counts(annotated: Path) -> None:
    china, dy = mention("Country", "CN", "China"), mention("Element", "Dy", "dysprosium")
    plant = mention("Facility", "Lynas Kuantan plant", "Lynas Kuantan plant")
    japan = mention("Country", "JP", "Japan")
    found = Extraction(
        "A  Title",
        [china, dy, plant, japan],
        [
            claim(china, "CONTROLS", dy, 0.9, share=90.5, stage="processing"),
            claim(plant, "PRODUCES", dy, 0.6),
            claim(japan, "SUPPLIES", china, 0.4, material="element:dy"),
        ],
    )
    report = score_extractions(read_gold(annotated), [found])
    assert (report.entities.right, report.entities.predicted, report.entities.gold) == (3, 4, 3)
    assert (report.facts.right, report.facts.predicted, report.facts.gold) == (2, 3, 3)
    assert report.facts.precision == report.facts.recall == report.facts.f1 == 2 / 3
    assert report.reversed == 1
    assert (report.qualifiers.right, report.qualifiers.gold) == (1, 2)
    assert report.by_relation["SUPPLIES"].right == 0
    assert report.by_language["en"].gold == 3
    assert report.by_confidence[0.5].predicted == 2
    assert report.by_confidence[0.9].precision == 1.0
    assert report.voters["patterns"].right == 2


def test_a_symmetric_relation_counts_either_way(tmp_path: Path) -> None:
    row = {**ROW, "facts": [{"subject": "US", "relation": "PARTNERS_WITH", "object": "AU"}]}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    us, au = mention("Country", "US", "US"), mention("Country", "AU", "Australia")
    report = score_extractions(
        read_gold(file), [Extraction("A title", [], [claim(au, "PARTNERS_WITH", us, 0.9)])]
    )
    assert report.facts.right == 1


def test_a_report_is_printed_and_written(annotated: Path) -> None:
    steps: list[int] = []
    report = evaluate(annotated, progress=lambda step, done, total: steps.append(done))
    assert steps == [1]
    assert report.facts.right >= 1
    assert "1 articles, 1 sentences" in summary(report)
    assert next(t.title for t in tables(report)) == "Whole"
    assert "| facts |" in markdown(report, "a file")
    assert to_json(report)["Whole"]["facts"]["right"] >= 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "holds no annotated"), ('{"title": 1}', "line 1"), (json.dumps(ROW) + "\n{", "line 2")],
)
def test_a_file_that_is_not_annotated_is_one_sentence(
    tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_gold(file)


@pytest.mark.skipif("MONAZITE_GOLD" not in os.environ, reason="MONAZITE_GOLD names no folder")
def test_our_figures_are_those_of_the_scoring_script(tmp_path: Path) -> None:
    gold = Path(os.environ["MONAZITE_GOLD"])
    for name in ("dev.jsonl", "hand.jsonl"):
        out = tmp_path / name
        extract_to_file([gold / name], out)
        command = [sys.executable, str(gold / "score.py"), str(gold / name), str(out), "--json"]
        theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        ours = evaluate(gold / name)
        assert (ours.entities.right, ours.entities.predicted) == (
            theirs["entity"]["tp"], theirs["entity"]["predicted"],
        )  # fmt: skip
        assert (ours.facts.right, ours.facts.predicted) == (
            theirs["fact"]["tp"], theirs["fact"]["predicted"],
        )  # fmt: skip
        assert ours.reversed == theirs["reversed"]


@pytest.mark.skipif("MONAZITE_GOLD" not in os.environ, reason="MONAZITE_GOLD names no folder")
def test_the_extraction_is_as_good_as_it_was() -> None:
    gold = Path(os.environ["MONAZITE_GOLD"])
    dev, hand = evaluate(gold / "dev.jsonl"), evaluate(gold / "hand.jsonl")
    assert dev.entities.f1 >= 0.85
    assert dev.facts.f1 >= 0.55
    assert hand.facts.f1 >= 0.50
    assert dev.reversed <= 0.02 * dev.facts.predicted
