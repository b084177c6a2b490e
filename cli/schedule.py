"""``monazite schedule``: build an inbox on a cron line, in the foreground."""

from __future__ import annotations

import signal
from pathlib import Path
from queue import SimpleQueue
from typing import Annotated

import typer

from .log import log_to_stderr
from .output import Json


def schedule(
    context: typer.Context,
    cron: Annotated[
        str,
        typer.Option(envvar="MONAZITE_SCHEDULE", help="When: a line of cron, '0 3 * * *'."),
    ],
    inbox: Annotated[
        Path, typer.Option(envvar="MONAZITE_INBOX", help="Folder to which new articles come.")
    ],
    timezone: Annotated[
        str, typer.Option(envvar="MONAZITE_TIMEZONE", help="The IANA time zone of --cron.")
    ] = "UTC",
    as_json: Json = False,
) -> None:
    """Build an inbox on a schedule, until SIGTERM or Ctrl-C; the log goes to standard error.

    Articles stay in the inbox: each build takes up what is new. A tick that was missed is made up
    for at the start; after a failure the build is tried again in 1, 2, 4 … 30 minutes.

    Example: monazite schedule --cron '0 3 * * *' --timezone Europe/Berlin --inbox articles/
    """
    from ..operations.cron import CronLine
    from ..operations.schedule import Schedule

    line = CronLine(cron, timezone)
    work = Schedule(inbox, line, context.obj)
    log_to_stderr(line.zone, as_json=as_json)
    work.run(_signals())


def _signals() -> SimpleQueue[str]:
    """Into this queue the first SIGTERM or SIGINT is put; the second ends the process."""
    told: SimpleQueue[str] = SimpleQueue()

    def tell(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        told.put(signal.Signals(number).name)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, tell)
    return told
