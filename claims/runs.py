"""The history of builds: when, from what, with which versions, how much, how it ended."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

_COLUMNS = ("number", "started", "finished", "inputs", "versions", "counts", "outcome")


class Run(BaseModel):
    """One build. ``outcome`` is "running" until it ends; a run that never ended was cut off."""

    model_config = ConfigDict(frozen=True)

    number: int
    started: dt.datetime
    finished: dt.datetime | None = None
    inputs: list[str]
    versions: dict[str, str]
    counts: dict[str, int] = {}
    outcome: str


def start(
    connection: sqlite3.Connection, inputs: Iterable[str], versions: Mapping[str, str]
) -> int:
    """Notes that a run began, and gives its number."""
    row = (_now(), json.dumps(list(inputs)), json.dumps(dict(versions)), "running")
    return int(
        connection.execute(
            "INSERT INTO runs (started, inputs, versions, outcome) VALUES (?, ?, ?, ?) "
            "RETURNING number",
            row,
        ).fetchone()[0]
    )


def finish(
    connection: sqlite3.Connection, number: int, outcome: str, counts: Mapping[str, int]
) -> None:
    """Notes how a run ended."""
    connection.execute(
        "UPDATE runs SET finished = ?, counts = ?, outcome = ? WHERE number = ?",
        (_now(), json.dumps(dict(counts)), outcome, number),
    )


def runs(connection: sqlite3.Connection) -> list[Run]:
    """All runs, the first one first."""
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM runs ORDER BY number")  # noqa: S608
    return [_run(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _run(row: dict[str, Any]) -> Run:
    for name in ("inputs", "versions", "counts"):
        row[name] = json.loads(row[name] or "{}")
    return Run.model_validate(row)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
