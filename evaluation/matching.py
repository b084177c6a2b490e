"""Which annotated entity a predicted one stands for.

Ids decide first; among the open classes, the same label and a name that is or contains the
other's will do, since two careful people spell a plant's or a policy's name differently.
"""

from __future__ import annotations

from ..schema import Label, Mention, key_of
from .gold import GoldArticle, GoldEntity, shape

OPEN_LABELS = frozenset(Label) - {Label.COUNTRY, Label.ELEMENT}
SHORTEST_PART = 4


def forms(mention: Mention) -> set[str]:
    """Every form that a predicted mention may be known by."""
    names = (mention.id, key_of(mention.id), mention.name, mention.text)
    return {shape(name) for name in names} - {""}


def _overlaps(one: set[str], other: set[str]) -> bool:
    return any(
        min(len(a), len(b)) >= SHORTEST_PART and (a in b or b in a) for a in one for b in other
    )


def _same(gold: GoldEntity, label: Label, predicted: set[str]) -> bool:
    if shape(gold.key) in predicted:
        return True
    if gold.label != label:
        return False
    return bool(gold.forms & predicted) or (
        label in OPEN_LABELS and _overlaps(gold.forms, predicted)
    )


def resolve(mention: Mention, article: GoldArticle) -> str:
    """The key of the annotated entity, or ``?`` and the mention's own form."""
    mine = forms(mention)
    for gold in article.entities.values():
        if shape(gold.key) in mine:
            return gold.key
    for gold in article.entities.values():
        if _same(gold, mention.label, mine):
            return gold.key
    return "?" + shape(mention.name)
