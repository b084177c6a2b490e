"""One article read from end to end: sentences, mentions, what stands for what, votes, claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..schema import Article, Claim, Entity, Label, Mention, Sentence, entity_id
from .context import Context, Voter
from .gazetteer import Gazetteer, load_gazetteer
from .names.definites import Memory, topic_of
from .names.mentions import MentionFinder
from .sentences import split
from .simplify import simplify
from .weigh import weigh


@dataclass(slots=True)
class ArticleClaims:
    """What was found in an article; ``mentions[i]`` are those of ``sentences[i]``."""

    article: Article
    sentences: list[Sentence]
    mentions: list[list[Mention]]
    claims: list[Claim]
    entities: list[Entity]


def read_article(article: Article, finder: MentionFinder, voters: Sequence[Voter]) -> ArticleClaims:
    """Everything that is found in an article."""
    sentences = split(article)
    mentions = find_mentions(article, sentences, finder)
    claims = find_claims(article, contexts(article, sentences, mentions), voters)
    entities = entities_of(mentions, finder.gazetteer)
    return ArticleClaims(article, sentences, mentions, claims, entities)


def find_mentions(
    article: Article, sentences: Iterable[Sentence], finder: MentionFinder
) -> list[list[Mention]]:
    """The mentions of each sentence, names known from earlier ones included."""
    reader = finder.article()
    return [reader.find(s.text, s.lang, article.published) for s in sentences]


def contexts(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[list[Mention]]
) -> list[Context]:
    """What the voters see of each sentence: definites resolved and the article's topic known."""
    pairs = list(zip(sentences, mentions, strict=True))
    titles = [m for sentence, found in pairs if sentence.kind == "title" for m in found]
    topic = topic_of(titles, (m for found in mentions for m in found))
    memory = Memory(topic, country_of=_country_of)
    seen = []
    for sentence, found in pairs:
        text = simplify(sentence.text) if sentence.lang == "zh" else sentence.text
        definites = memory.definites(text, found, sentence.lang)
        context = Context(sentence, text, found, definites, topic, article.published)
        memory.note(text, context.arguments, sentence.lang)
        seen.append(context)
    return seen


def find_claims(article: Article, seen: Iterable[Context], voters: Sequence[Voter]) -> list[Claim]:
    """The claims of all sentences."""
    claims: list[Claim] = []
    for context in seen:
        votes = [
            vote
            for voter in voters
            if context.sentence.lang in voter.languages
            for vote in voter.votes(context)
        ]
        claims.extend(weigh(votes, context, article))
    return claims


def entities_of(mentions: Iterable[list[Mention]], gazetteer: Gazetteer) -> list[Entity]:
    """The entities named, as the gazetteer knows them, or with the names seen in the article."""
    names: dict[str, list[Mention]] = {}
    for found in mentions:
        for mention in found:
            names.setdefault(mention.id, []).append(mention)
    return [_listed(id_, gazetteer) or _new(id_, found) for id_, found in names.items()]


def _country_of(firm: str) -> str | None:
    known = _listed(firm, load_gazetteer())
    return entity_id(Label.COUNTRY, known.country) if known and known.country else None


def _listed(id_: str, gazetteer: Gazetteer) -> Entity | None:
    try:
        return gazetteer.entity(id_)
    except LookupError:
        return None


def _new(id_: str, mentions: list[Mention]) -> Entity:
    aliases = sorted({mention.text for mention in mentions} - {mentions[0].name})
    return Entity(id=id_, label=mentions[0].label, name=mentions[0].name, aliases=tuple(aliases))
