"""Inputs become articles: topic pages, JSON lines and folders of them, good or bad."""

from .inputs import read_paths
from .problem import Problem

__all__ = ["Problem", "read_paths"]
