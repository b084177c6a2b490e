"""``monazite analyse``: what Cypher cannot say about the supply graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .output import Json, print_result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..analysis.ends import Graph
    from ..client import Result

Source = Annotated[str, typer.Option(help="Where the supply starts: a name or an id.")]
Target = Annotated[str, typer.Option(help="What depends on it: a name or an id.")]
Belief = Annotated[float, typer.Option(help="Least belief of an edge.", min=0, max=1)]
Taxonomy = Annotated[bool, typer.Option(help="Count steps between a group and its members.")]

analyse = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@analyse.command("single-points")
def single_points(
    context: typer.Context,
    source: Source,
    target: Target,
    min_belief: Belief = 0.5,
    taxonomy: Taxonomy = True,
    as_json: Json = False,
) -> None:
    """Entities that every route from source to target goes through.

    Example: monazite analyse single-points --source China --target F-35
    """
    from ..analysis import single_points_of_failure

    def answer(graph: Graph, start: str, end: str) -> tuple[str, list[dict[str, object]]]:
        found = single_points_of_failure(graph, start, end)
        if not found.connected:
            return "There is no route between the two; lower --min-belief.", []
        return "" if found.nodes else "No single entity lies on every route.", found.records()

    _between(
        context, "Single points of failure", (source, target, min_belief, taxonomy), answer, as_json
    )


@analyse.command("minimum-cut")
def minimum_cut(
    context: typer.Context,
    source: Source,
    target: Target,
    min_belief: Belief = 0.5,
    taxonomy: Taxonomy = True,
    as_json: Json = False,
) -> None:
    """The fewest entities, and the fewest relations, whose loss cuts every route.

    Example: monazite analyse minimum-cut --source China --target F-35
    """
    from ..analysis import minimum_cut as operation

    def answer(graph: Graph, start: str, end: str) -> tuple[str, list[dict[str, object]]]:
        cut = operation(graph, start, end)
        direct = "The two are joined directly: no loss of an entity between them parts them."
        return direct if cut.entities is None else "", cut.records()

    _between(context, "Minimum cut", (source, target, min_belief, taxonomy), answer, as_json)


@analyse.command("n-minus-one")
def n_minus_one(
    context: typer.Context,
    limit: Annotated[int, typer.Option(help="How many of the worst losses.", min=1)] = 15,
    min_belief: Belief = 0.5,
    taxonomy: Taxonomy = True,
    as_json: Json = False,
) -> None:
    """Each entity's loss: products severed from every source, and products thinned.

    Example: monazite analyse n-minus-one --limit 5
    """
    from ..analysis import n_minus_one as operation
    from ..client import connect

    with connect(context.obj) as graph:
        losses = operation(graph.to_networkx(min_belief=min_belief, taxonomy=taxonomy))[:limit]
    records = [loss.record() for loss in losses]
    print_result(_result("What each loss would do to the products", "", records), as_json=as_json)


def _between(
    context: typer.Context,
    title: str,
    asked: tuple[str, str, float, bool],
    answer: Callable[..., tuple[str, list[dict[str, object]]]],
    as_json: bool,
) -> None:
    """Resolve the two ends, read the supply graph, and print what the analysis says."""
    from ..client import connect

    source, target, min_belief, taxonomy = asked
    with connect(context.obj) as graph:
        start, end = graph.find(source), graph.find(target)
        note, records = answer(
            graph.to_networkx(min_belief=min_belief, taxonomy=taxonomy), start.id, end.id
        )
    print_result(_result(f"{title}: {start.name} → {end.name}", note, records), as_json=as_json)


def _result(title: str, note: str, records: Sequence[dict[str, object]]) -> Result:
    from ..client import Result

    columns = list(records[0]) if records else []
    return Result(columns, [list(record.values()) for record in records], title, note)
