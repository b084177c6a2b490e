"""``monazite queries``: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from .output import Json, print_json, print_table


def queries(
    category: Annotated[str | None, typer.Option(help="Only this category.")] = None,
    as_json: Json = False,
) -> None:
    """List the questions that monazite query answers.

    Example: monazite queries --category dependency
    """
    from ..queries import catalogue, find_category

    wanted = find_category(category) if category else None
    chosen = [q for q in catalogue().values() if wanted in (None, q.category)]
    if as_json:
        print_json([q.to_json() for q in chosen])
    else:
        print_table(("name", "category", "title"), [(q.name, q.category, q.title) for q in chosen])
