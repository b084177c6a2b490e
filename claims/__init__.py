"""The claim store: articles, stories, entities, claims and runs in one SQLite file."""

from .runs import Run
from .store import ClaimStore

__all__ = ["ClaimStore", "Run"]
