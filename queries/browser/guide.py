"""The guide: a page that Neo4j Browser shows beside its frames, every query a card to click."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from ..index import CATEGORIES, catalogue
from ..query import Query
from .examples import assignments, command, session
from .style import style


def guide() -> str:
    """The page as HTML: a slide that sets the Browser up, then one a category."""
    return _fill(
        "guide",
        style=escape(f"style {style()}"),
        session=escape(command(session())),
        contents="".join(_fill("line", category=c, meaning=m) for c, m in CATEGORIES.items()),
        slides="".join(map(_slide, CATEGORIES)),
    )


def _slide(category: str) -> str:
    cards = (_card(query) for query in catalogue().values() if query.category == category)
    heading = f"{category}: {CATEGORIES[category]}"
    return _fill("slide", heading=escape(heading), cards="".join(cards))


def _card(query: Query) -> str:
    return _fill(
        "card",
        name=query.name,
        title=escape(query.title),
        question=escape(query.question),
        parameters=_parameters(query) if query.params else "",
        statement=escape(f"// {query.title}\n{query.statement}"),
    )


def _parameters(query: Query) -> str:
    values = assignments(query)
    rows = (
        _fill("parameter", name=p.name, value=escape(values[p.name]), meaning=escape(p.meaning))
        for p in query.params
    )
    return _fill("parameters", command=escape(command(values)), rows="".join(rows))


def _fill(name: str, /, **values: str) -> str:
    return _template(name).substitute(values)


@cache
def _template(name: str) -> Template:
    folder = files(__package__ or "monazite.queries.browser") / "templates"
    return Template((folder / f"{name}.html").read_text(encoding="utf-8"))
