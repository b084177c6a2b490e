"""``monazite query NAME``: one command for each file of the catalogue, with options of its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from .output import Json, print_result

if TYPE_CHECKING:
    from ..queries import Parameter, Query


class QueryGroup(TyperGroup):
    """The catalogue as a group of commands, read only when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of all queries."""
        from ..queries import catalogue

        return list(catalogue())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of one query; a near miss is told the nearest names."""
        from ..queries import find_query

        return _command(find_query(cmd_name))


def _command(query: Query) -> Any:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name=query.name, help=_help(query))(_function(query))
    return typer.main.get_command(single)


def _help(query: Query) -> str:
    columns = ", ".join(column.name for column in query.returns)
    wanted = "".join(f" {_flag(p)} {p.type.upper()}" for p in query.params if p.required)
    example = f"Example: monazite query {query.name}{wanted}"
    return f"{query.title}.\n\n{query.question}\n\nColumns: {columns}\n\n{example}"


def _function(query: Query) -> Callable[..., None]:
    def run(context: typer.Context, as_json: bool, **given: Any) -> None:
        from ..client import connect

        with connect(_home(context)) as graph:
            print_result(graph.query(query.name, **_said(given)), as_json=as_json)

    parameters = [
        _keyword("context", typer.Context),
        *(_keyword(p.name, Annotated[str | None, _option(p)], None) for p in query.params),
        _keyword("as_json", Json, False),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _keyword(
    name: str, annotation: Any, default: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default
    )


def _flag(parameter: Parameter) -> str:
    return f"--{parameter.name.replace('_', '-')}"


def _option(parameter: Parameter) -> Any:
    return typer.Option(
        _flag(parameter),
        help=f"{parameter.meaning} ({_unsaid(parameter)})",
        metavar=parameter.type.upper(),
    )


def _unsaid(parameter: Parameter) -> str:
    """What happens where a parameter is not given."""
    if parameter.required:
        return "required"
    return "optional" if parameter.optional else f"default: {parameter.default}"


def _said(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


def _home(context: typer.Context) -> Any:
    return context.find_root().obj
