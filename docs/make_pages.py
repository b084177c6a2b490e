"""Write the pages that are made from the code: the schema, the queries, the commands.

``python docs/make_pages.py`` writes them; a test compares them with what stands in the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from monazite.cli.app import app
from monazite.queries.markdown import markdown as queries_page
from monazite.schema import ENTITY_TYPES, RELATIONS

DOCS = Path(__file__).parent


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def _doc(thing: object) -> str:
    return " ".join((thing.__doc__ or "").split())


def schema_page() -> str:
    """Labels and relations, from their classes."""
    labels = _table(
        ("label", "what it is", "its key"),
        ((str(t.label), _doc(t), t.key) for t in ENTITY_TYPES.values()),
    )
    relations = _table(
        ("relation", "from", "to", "qualifiers", "told apart by", "meaning"),
        (
            (
                r.name,
                ", ".join(sorted(r.subjects)),
                ", ".join(sorted(r.objects)),
                ", ".join(r.qualifiers.model_fields),
                ", ".join(r.identity) or "–",
                _doc(r),
            )
            for r in RELATIONS.values()
        ),
    )
    return (
        "# What may be said\n\n"
        "Made from `schema/` by `make docs`. A node's id is its label in lower case, a colon and "
        f"the slug of its key: `country:cn`, `element:dy`.\n\n## Entities\n\n{labels}\n\n"
        f"## Relations\n\n{relations}\n"
    )


def _help(command: object, path: str) -> Iterator[str]:
    context = typer.Context(command, info_name=path)  # type: ignore[arg-type]
    yield f"## {path}\n\n```\n{command.get_help(context)}\n```\n"  # type: ignore[attr-defined]
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    for name in names:
        yield from _help(command.get_command(context, name), f"{path} {name}")  # type: ignore[attr-defined]


def commands_page() -> str:
    """Every command with its help text, as a terminal of 80 columns shows it."""
    return "# Commands\n\nMade by `make docs`.\n\n" + "\n".join(
        _help(typer.main.get_command(app), "monazite")
    )


PAGES: dict[str, Callable[[], str]] = {
    "schema.md": schema_page,
    "queries.md": queries_page,
    "commands.md": commands_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
