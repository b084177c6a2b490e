"""A line of cron in a time zone: when its next tick is.

The line means what Debian's cron takes it to mean, the night of a clock change included.
APScheduler's own reading of such a line differs: to it, weekday 1 is Tuesday, 7 is an error, and
a day of the month *and* of the week must both fit.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from ..errors import MissingExtra, ParameterError

try:
    from apscheduler.triggers.base import BaseTrigger
    from cronsim import CronSim, CronSimError
except ImportError:
    raise MissingExtra("apscheduler", "schedule", "monazite schedule") from None


class CronLine(BaseTrigger):  # type: ignore[misc]  # APScheduler 3 has no types
    """Five fields (minute, hour, day of month, month, day of week) and an IANA time zone.

    Six fields begin with seconds. :class:`ParameterError` for a line or a zone that is none.
    """

    def __init__(self, line: str, zone: str) -> None:
        self.line, self.zone = line, _zone(zone)
        self.after(dt.datetime.now(dt.UTC))

    def __str__(self) -> str:
        return f"{self.line} ({self.zone.key})"

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The first tick later than a moment."""
        try:
            return next(CronSim(self.line, moment.astimezone(self.zone)))
        except (CronSimError, StopIteration) as error:
            raise ParameterError(
                f"the schedule {self.line!r} is no line of cron ({error or 'it never comes'}); "
                "give five fields, such as '0 3 * * *' for three o'clock each night."
            ) from None

    def get_next_fire_time(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, previous_fire_time: dt.datetime | None, now: dt.datetime
    ) -> dt.datetime:
        """The tick after the previous one: APScheduler's question to a trigger."""
        return self.after(previous_fire_time or now)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown, a folder, or no possible name
        raise ParameterError(
            f"there is no time zone {name!r}; give an IANA name, such as Europe/Berlin."
        ) from None
