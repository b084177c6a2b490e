"""An answer: rows that print as a table and turn into frames, graphs and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cells import plain

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl
    from rich.console import RenderableType


@dataclass(frozen=True, repr=False)
class Result:
    """Columns and rows of an answer.

    ``title`` says what was asked; ``note`` says why an answer is empty or what it rests on;
    ``hidden`` are columns that tables for people leave out (graph paths, which are drawn).
    """

    columns: list[str]
    rows: list[list[object]]
    title: str = ""
    note: str = ""
    hidden: frozenset[str] = field(default_factory=frozenset)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, object]]:
        return iter(self.to_records())

    def to_records(self) -> list[dict[str, object]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_json(self) -> dict[str, object]:
        """``{"columns": [...], "rows": [...], "note": ...}`` of plain JSON values."""
        rows = [plain(row) for row in self.rows]
        return {"columns": self.columns, "rows": rows, "note": self.note}

    def to_pandas(self) -> pd.DataFrame:
        """A pandas frame, one row each; needs the extra ``frames``."""
        from .frames import pandas_frame

        return pandas_frame(self)

    def to_polars(self) -> pl.DataFrame:
        """A polars frame of plain values, one row each; needs the extra ``frames``."""
        from .frames import polars_frame

        return polars_frame(self)

    def to_networkx(self) -> nx.DiGraph[str]:
        """The nodes and edges in the rows (of paths too) as a directed graph by id."""
        from .drawn import drawn_graph

        return drawn_graph(self)

    def show(self, output: Path | str | None = None) -> Any:
        """The nodes and edges in the rows as a picture; needs the extra ``viz``.

        With ``output``, one HTML file that needs no network is written and its path returned;
        without, an object that a notebook displays.
        """
        from .picture import picture, write_picture

        return picture(self) if output is None else write_picture(self, Path(output))

    def __rich__(self) -> RenderableType:
        from .tables import rich_table

        return rich_table(self)

    def __repr__(self) -> str:
        from .tables import plain_text

        return plain_text(self)

    def _repr_html_(self) -> str:
        from .tables import html_table

        return html_table(self)
