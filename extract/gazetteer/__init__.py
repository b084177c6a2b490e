"""Bilingual names of the field, one table a label, and how they are found in text."""
