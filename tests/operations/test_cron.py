"""Lines of cron mean what cron takes them to mean."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from monazite.errors import ParameterError
from monazite.operations.cron import CronLine

BERLIN = "Europe/Berlin"


def ticks(line: str, start: str, count: int, zone: str = BERLIN) -> list[str]:
    """Ticks after a moment of the zone's clock, as weekday and time with offset."""
    cron = CronLine(line, zone)
    moment = dt.datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone))
    found = []
    for _ in range(count):
        moment = cron.after(moment)
        found.append(f"{moment:%a} {moment.isoformat(timespec='minutes')}")
    return found


@pytest.mark.parametrize(
    ("line", "start", "expected"),
    [
        ("0 3 * * *", "2026-11-24 02:59", ["Tue 2026-11-24T03:00+01:00", "Wed 2026-11-25T03:00+01:00"]),
        ("0 3 * * *", "2026-11-24 03:00", ["Wed 2026-11-25T03:00+01:00"]),
        ("0 3 * * 1", "2026-11-24 00:00", ["Mon 2026-11-30T03:00+01:00"]),
        ("0 3 * * 7", "2026-11-24 00:00", ["Sun 2026-11-29T03:00+01:00"]),
        ("0 3 * * 1-5", "2026-11-27 12:00", ["Mon 2026-11-30T03:00+01:00"]),
        # A day of the month or of the week: cron runs on either.
        ("0 3 13 * fri", "2026-12-05 00:00", ["Fri 2026-12-11T03:00+01:00", "Sun 2026-12-13T03:00+01:00"]),
        # 02:30 does not exist on the first night, and comes twice on the second.
        ("30 2 * * *", "2026-03-28 12:00", ["Sun 2026-03-29T03:00+02:00", "Mon 2026-03-30T02:30+02:00"]),
        ("30 2 * * *", "2026-10-24 12:00", ["Sun 2026-10-25T02:30+02:00", "Mon 2026-10-26T02:30+01:00"]),
    ],
)  # fmt: skip
def test_ticks(line: str, start: str, expected: list[str]) -> None:
    assert ticks(line, start, len(expected)) == expected


def test_a_zone_is_a_clock_on_the_wall() -> None:
    assert ticks("0 3 * * *", "2026-11-24 00:00", 1, "Asia/Shanghai") == [
        "Tue 2026-11-24T03:00+08:00"
    ]
    assert str(CronLine("0 3 * * *", "Asia/Shanghai")) == "0 3 * * * (Asia/Shanghai)"


@pytest.mark.parametrize("line", ["", "0 3 * *", "@daily", "61 * * * *", "0 3 30 2 *", "0 3 * * x"])
def test_no_line_of_cron(line: str) -> None:
    with pytest.raises(ParameterError, match="no line of cron .*; give five fields"):
        CronLine(line, "UTC")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Europe", "", "../etc/passwd", "\0"])
def test_no_time_zone(zone: str) -> None:
    with pytest.raises(ParameterError, match="there is no time zone .*; give an IANA name"):
        CronLine("0 3 * * *", zone)
