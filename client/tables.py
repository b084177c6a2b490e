"""An answer as a table: for the terminal, as plain text, and as HTML for a notebook."""

from __future__ import annotations

from html import escape
from io import StringIO
from typing import TYPE_CHECKING

from .cells import text
from .footnotes import UID_LENGTH, footnotes

if TYPE_CHECKING:
    from rich.console import RenderableType

    from .result import Result

PLAIN_WIDTH = 120


def _shown(result: Result) -> list[int]:
    """Columns for people: those not hidden in which any row says something."""
    return [
        i
        for i, name in enumerate(result.columns)
        if name not in result.hidden and any(row[i] not in (None, []) for row in result.rows)
    ]


def _cell(result: Result, row: list[object], column: int) -> str:
    """A cell's text; of a fact's uid the first characters, which is what people type."""
    value = text(row[column])
    return value[:UID_LENGTH] if result.columns[column] == "fact" else value


def _numeric(result: Result, column: int) -> bool:
    values = [row[column] for row in result.rows if row[column] is not None]
    return bool(values) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in values
    )


def rich_table(result: Result) -> RenderableType:
    """Title, table and note; the cells are text as it is, never mark-up."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    parts: list[RenderableType] = [Text(text(result.title), style="bold")] if result.title else []
    if result.rows:
        table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
        shown = _shown(result)
        for i in shown:
            justify = "right" if _numeric(result, i) else "left"
            heading = result.columns[i].replace("_", " ")
            table.add_column(heading, justify=justify, overflow="fold")  # type: ignore[arg-type]
        for row in result.rows:
            table.add_row(*(Text(_cell(result, row, i)) for i in shown))
        parts.append(table)
    parts += [Text(text(line), style="italic") for line in footnotes(result)]
    return Group(*parts)


def plain_text(result: Result) -> str:
    """The table as text of at most :data:`PLAIN_WIDTH` characters a line."""
    from rich.console import Console

    target = StringIO()
    Console(file=target, width=PLAIN_WIDTH, color_system=None).print(rich_table(result))
    return target.getvalue().rstrip()


def html_table(result: Result) -> str:
    """The table as HTML; every value is escaped."""
    shown = _shown(result)
    head = "".join(f"<th>{escape(result.columns[i].replace('_', ' '))}</th>" for i in shown)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(result, row, i))}</td>" for i in shown) + "</tr>"
        for row in result.rows
    )
    title = f"<caption>{escape(text(result.title))}</caption>" if result.title else ""
    note = "".join(f"<p><em>{escape(text(line))}</em></p>" for line in footnotes(result))
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"
