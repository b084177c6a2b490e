"""A report as tables of text, for the terminal and for the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import OutputError
from .report import Report
from .score import Score

COLUMNS = ("", "precision", "recall", "F1", "right", "predicted", "annotated")


@dataclass(frozen=True)
class ScoreTable:
    """A titled table: rows of a name and the six figures of :data:`COLUMNS`."""

    title: str
    rows: list[tuple[str, ...]]


def _row(name: object, score: Score) -> tuple[str, ...]:
    shares = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
    return (str(name), *shares, *map(str, (score.right, score.predicted, score.gold)))


def _table(title: str, scores: Mapping[str, Score] | Mapping[float, Score]) -> ScoreTable:
    return ScoreTable(title, [_row(name, score) for name, score in scores.items()])


def tables(report: Report) -> Iterator[ScoreTable]:
    """The report's tables, the most important first."""
    yield _table("Whole", {"entities": report.entities, "facts": report.facts})
    yield _table("Facts by language", report.by_language)
    yield _table("Facts by relation", report.by_relation)
    yield _table("Each voter alone", report.voters)
    yield _table("Facts of at least this confidence", report.by_confidence)


def summary(report: Report) -> str:
    """One line: how much was annotated, reversed facts, and qualifiers carried."""
    wanted = report.qualifiers.gold
    return (
        f"{report.articles} articles, {report.sentences} sentences; {report.reversed} facts the "
        f"wrong way round; {report.qualifiers.right} of {wanted} qualifiers carried"
    )


def markdown(report: Report, name: str) -> str:
    """The report as a Markdown page; ``name`` says what was annotated."""
    parts = [f"# How good the extraction is\n\nMeasured on {name}: {summary(report)}.\n"]
    for table in tables(report):
        rows = [COLUMNS, ("---",) * len(COLUMNS), *table.rows]
        lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        parts.append(f"## {table.title}\n\n{lines}\n")
    return "\n".join(parts)


def write_markdown(report: Report, name: str, output: Path) -> None:
    """Write the report's page; :class:`OutputError` where that cannot be done."""
    try:
        output.write_text(markdown(report, name), encoding="utf-8")
    except OSError as error:
        raise OutputError(output, error) from None


def to_json(report: Report) -> dict[str, object]:
    """The report as plain values: one object a table, by the name of its rows."""
    return {
        "articles": report.articles,
        "sentences": report.sentences,
        "reversed": report.reversed,
        "qualifiers": {"carried": report.qualifiers.right, "annotated": report.qualifiers.gold},
        **{t.title: {row[0]: _numbers(row) for row in t.rows} for t in tables(report)},
    }


def _numbers(row: tuple[str, ...]) -> dict[str, float]:
    return {name: float(cell) for name, cell in zip(COLUMNS[1:], row[1:], strict=True)}
