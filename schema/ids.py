"""Ids and keys: stable, readable, and the same on every machine.

An entity's id is ``<label>:<slug of its key>`` (``country:cn``, ``element:dy``,
``firm:mp-materials``); articles, claims and facts are named by a hash of what they are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from .labels import Label

_APOSTROPHES = re.compile(r"['’‘`]")
_GAPS = re.compile(r"[^\w.%+]+")


@lru_cache(maxsize=65_536)
def slug(key: str) -> str:
    """Lower case, words joined by hyphens; letters of any script stay (``北方稀土``)."""
    text = unicodedata.normalize("NFKC", key).casefold()
    return _GAPS.sub("-", _APOSTROPHES.sub("", text)).strip("-.") or "-"


def entity_id(label: Label | str, key: str) -> str:
    """The node id of an entity of this label with this key."""
    return f"{Label(label).lower()}:{slug(key)}"


LABELS = {label.lower(): label for label in Label}
"""Labels by what an id begins with."""


def label_of(entity: str) -> Label:
    """The label that an entity's id begins with."""
    return LABELS[entity.partition(":")[0]]


def key_of(value: str) -> str:
    """The slug of an entity's id (``cn`` of ``country:cn``); what is no id stays as it is."""
    label, _, key = value.partition(":")
    return key if key and label in LABELS else value


def digest(*parts: str, length: int = 16) -> str:
    """The first ``length`` hexadecimal digits of a SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def article_id(title: str, text: str) -> str:
    """Hash of an article's canonical words: white space does not count."""
    return digest(*("".join(part.split()) for part in (title, text)))


def claim_id(article: str, sentence: int, subject: str, relation: str, object_: str) -> str:
    """Hash of where a claim stands and what it joins."""
    return digest(article, str(sentence), subject, relation, object_)


def fact_uid(
    relation: str, subject: str, object_: str, identity: Mapping[str, object] | None = None
) -> str:
    """Hash of relation, ends and identifying qualifiers (:attr:`Relation.identity`)."""
    keys = [f"{k}={v}" for k, v in sorted((identity or {}).items()) if v is not None]
    return digest(relation, subject, object_, *keys)
