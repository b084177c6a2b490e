"""Turning data from outside into records, with one clear sentence when it does not fit."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ..errors import SchemaError

Record = TypeVar("Record", bound=BaseModel)


def parse(model: type[Record], data: object, where: str) -> Record:
    """``data`` as a ``model``; :class:`SchemaError` names ``where``, the field and the reason."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "record"
        reason = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise SchemaError(f"{where}: {field}: {reason}.") from None
