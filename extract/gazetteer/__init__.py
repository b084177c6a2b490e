"""Bilingual names of the field, one table a label, and how they are found in text."""

from .loader import Row
from .matcher import Gazetteer, Hit, Name, load_gazetteer

__all__ = ["Gazetteer", "Hit", "Name", "Row", "load_gazetteer"]
