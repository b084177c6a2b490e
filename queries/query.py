"""What a query of the catalogue is: its question, its typed parameters and its columns."""

from __future__ import annotations

from itertools import dropwhile
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..schema import RELATIONS, Label, Mechanism, Stage

ParameterType = Literal[
    "entity", "date", "float", "int", "string", "boolean", "label", "relation", "stage", "mechanism"
]
ColumnType = Literal[
    "string",
    "int",
    "float",
    "boolean",
    "date",
    "strings",
    "floats",
    "entity",
    "node",
    "edge",
    "path",
]

CLOSED_LISTS: dict[str, tuple[str, ...]] = {
    "label": tuple(Label),
    "relation": tuple(RELATIONS),
    "stage": tuple(Stage),
    "mechanism": tuple(Mechanism),
}
"""What the parameter types that are named after a list of ``schema/`` may be."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Parameter(_Record):
    """A parameter of a query.

    Without a ``default`` it must be given, unless it is ``optional``: then it is null, which every
    query reads as "any". The default "today" of a date is the day of the run. ``labels`` are those
    that an entity may have (none: any); ``min`` and ``max`` bound a number, both ends included;
    ``choices`` are all that a string may be (none: any).
    """

    name: str
    type: ParameterType
    meaning: str
    default: str | int | float | bool | None = None
    optional: bool = False
    labels: tuple[Label, ...] = ()
    min: float | None = None
    max: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the query cannot be run without a value for this."""
        return self.default is None and not self.optional

    @property
    def allowed(self) -> tuple[str, ...]:
        """All that it may be, where that is a closed list; else nothing."""
        return self.choices or CLOSED_LISTS.get(self.type, ())


class Column(_Record):
    """A column: ``entity`` is an id, ``strings`` and ``floats`` are lists.

    ``detail`` columns are left out of tables for people; frames and JSON have them.
    """

    name: str
    type: ColumnType
    meaning: str
    detail: bool = False

    @property
    def shown(self) -> bool:
        """Whether tables for people show it: no detail, and nothing that is better drawn."""
        return not self.detail and self.type not in {"path", "node", "edge"}


class Query(_Record):
    """One file of the catalogue.

    ``cypher`` is its whole text, header included; ``empty`` what an empty answer means, if the
    file says so; ``revision`` grows when the meaning of a parameter or column changes.
    """

    name: str
    title: str
    category: str
    question: str
    params: tuple[Parameter, ...]
    returns: tuple[Column, ...]
    revision: int
    empty: str = ""
    cypher: str

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.returns]

    @property
    def statement(self) -> str:
        """Its Cypher without the header."""
        return "".join(
            dropwhile(lambda line: line.startswith("//"), self.cypher.splitlines(keepends=True))
        )

    def parameter(self, name: str) -> Parameter | None:
        """The parameter called ``name``, or nothing."""
        return next((p for p in self.params if p.name == name), None)

    def to_json(self) -> dict[str, object]:
        """The query as plain JSON values, without its text."""
        described = self.model_dump(mode="json", exclude={"cypher", "returns"}, exclude_none=True)
        return {**described, "columns": [column.model_dump(mode="json") for column in self.returns]}
