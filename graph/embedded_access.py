"""Who may do what in the embedded engine: ``root`` everything, ``reader`` nothing but read."""

from __future__ import annotations

import json

from .embedded_files import EngineFiles, write_private


def write_access(files: EngineFiles) -> None:
    """Lay the groups down before a start, and forget the users (and passwords) of earlier ones."""
    groups = {
        "admin": _group(
            ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
            ["createRecord", "readRecord", "updateRecord", "deleteRecord"],
        ),
        "reader": _group([], ["readRecord"]),
    }
    files.configuration.mkdir(exist_ok=True)
    (files.configuration / "server-users.jsonl").unlink(missing_ok=True)
    text = json.dumps({"databases": {"*": {"groups": groups}}, "version": 1})
    write_private(files.configuration / "server-groups.json", text)


def _group(access: list[str], records: list[str]) -> dict[str, object]:
    unlimited = {"resultSetLimit": -1, "readTimeout": -1}
    return {**unlimited, "access": access, "types": {"*": {"access": records}}}
