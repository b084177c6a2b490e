"""Progress of long work on standard error, quiet where that is no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int | None], None]


@contextmanager
def progress_bar(first_step: str) -> Iterator[Progress]:
    """A function to call with (step, done, total); total is None where it is not known."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    from .output import console

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
    )  # fmt: skip
    screen = console(stderr=True)
    with Bars(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bars:
        tasks = {first_step: bars.add_task(first_step, total=None)}

        def report(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report
