"""The log of a long-running command on standard error: one line an event, with its time."""

from __future__ import annotations

import datetime as dt
import json
import logging


class _Lines(logging.Formatter):
    """Time (ISO 8601, with the offset of a zone), level, sentence; or the same as JSON."""

    def __init__(self, zone: dt.tzinfo, *, as_json: bool) -> None:
        super().__init__()
        self._zone, self._as_json = zone, as_json

    def format(self, record: logging.LogRecord) -> str:
        from ..client.cells import text

        moment = dt.datetime.fromtimestamp(record.created, self._zone)
        time, level = moment.isoformat(timespec="seconds"), record.levelname.lower()
        said = text(super().format(record))
        if self._as_json:
            return json.dumps({"time": time, "level": level, "event": said}, ensure_ascii=False)
        return f"{time} {level:<7} {said}"


def log_to_stderr(zone: dt.tzinfo, *, as_json: bool) -> None:
    """Show monazite's log, and the warnings of other packages."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Lines(zone, as_json=as_json))
    logging.getLogger().addHandler(handler)
    logging.getLogger("monazite").setLevel(logging.INFO)
