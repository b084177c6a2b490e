"""Answers as frames of pandas or polars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import MissingExtra
from .cells import plain

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from .result import Result


def pandas_frame(result: Result) -> pd.DataFrame:
    """Columns keep Python's values; graph values become dictionaries."""
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("pandas", "frames", "to_pandas()") from None
    rows = [[_cell(value) for value in row] for row in result.rows]
    return pd.DataFrame(rows, columns=result.columns)


def polars_frame(result: Result) -> pl.DataFrame:
    """Columns of plain values; dates stay dates."""
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("polars", "frames", "to_polars()") from None
    rows = [[_cell(value) for value in row] for row in result.rows]
    return pl.DataFrame(rows, schema=result.columns, orient="row", infer_schema_length=None)


def _cell(value: object) -> object:
    import datetime as dt

    return value if isinstance(value, dt.date) else plain(value)
