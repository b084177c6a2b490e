"""A fact's properties in a few words, for people who compare how it stood with how it stands."""

from __future__ import annotations

from collections.abc import Mapping

# Property, and how its value is said.
_WORDS = {
    "status": "{}",
    "stage": "{}",
    "mechanism": "{}",
    "share": "share {} %",
    "stake": "stake {} %",
    "quantity": "quantity {}",
    "unit": "{}",
    "amount": "amount {}",
    "currency": "{}",
    "material": "of {}",
    "target": "against {}",
    "year": "in {}",
    "valid_from": "from {}",
    "valid_to": "until {}",
    "belief": "belief {}",
    "sources": "stories {}",
    "claims": "sentences {}",
}


def in_words(properties: Mapping[str, object]) -> str:
    """``properties`` of a fact's edge, such as "refining, share 90 %, belief 0.93, stories 4"."""
    said = ((words, properties.get(name)) for name, words in _WORDS.items())
    return ", ".join(words.format(_value(value)) for words, value in said if value is not None)


def _value(value: object) -> object:
    return f"{value:.3g}" if isinstance(value, float) else value
