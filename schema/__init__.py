"""What may be said: entity labels, relation types, and the records that pass between the rooms."""

from .article import Article, Sentence
from .claim import Claim, Mention
from .fact import Entity, Fact
from .ids import article_id, claim_id, entity_id, fact_uid, key_of, label_of, slug
from .jsonschema import json_schema
from .labels import ENTITY_TYPES, EntityType, Label
from .qualifiers import Mechanism, Qualifiers, Stage, Status
from .relations import RELATIONS, Relation, relation_type
from .validation import parse

__all__ = [
    "ENTITY_TYPES",
    "RELATIONS",
    "Article",
    "Claim",
    "Entity",
    "EntityType",
    "Fact",
    "Label",
    "Mechanism",
    "Mention",
    "Qualifiers",
    "Relation",
    "Sentence",
    "Stage",
    "Status",
    "article_id",
    "claim_id",
    "entity_id",
    "fact_uid",
    "json_schema",
    "key_of",
    "label_of",
    "parse",
    "relation_type",
    "slug",
]
