"""An article is cut into sentences that know where they stand.

Each line of the canonical text is cut by itself. A label ("Core Viewpoint - ...") is left out of
the sentence that follows it, a line that is only a heading ("Group 3: ...") is a sentence of kind
"heading", and ``[n]`` marks stay with the sentence that they end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema import Article, Sentence
from ..schema.article import Language
from .boundaries import chinese_ends, english_ends
from .language import sentence_language

_LABEL = re.compile(r"Core [A-Z][a-z]+(?: -)?(?: |$)|[-•·▪●*] ")
_GROUP = re.compile(r"Group \d+\b")
_TITLE_WORD = re.compile(r"[A-Z0-9\"“'‘(&]|(?:and|of|in|on|for|the|to|vs|with|by|from)\b")
_MOST_HEADING_WORDS = 8
_SENTENCE_END = tuple('.!?。！？;；:：,，…]"”')

Span = tuple[int, int]


def split(article: Article) -> list[Sentence]:
    """The title (index 0), then the sentences of the text (from 1), each in its own language.

    An article without a title has no sentence 0.
    """
    spans = split_text(article.text, article.lang)
    body = [_sentence(article, index, *span) for index, span in enumerate(spans, start=1)]
    return [_title(article), *body] if article.title else body


def _title(article: Article) -> Sentence:
    return Sentence(
        index=0,
        text=article.title,
        start=0,
        end=len(article.title),
        kind="title",
        lang=sentence_language(article.title, article.lang),
    )


def _sentence(article: Article, index: int, start: int, end: int) -> Sentence:
    text = article.text[start:end]
    return Sentence(
        index=index,
        text=text,
        start=start,
        end=end,
        kind="heading" if _is_heading(text) else "body",
        lang=sentence_language(text, article.lang),
    )


def split_text(text: str, lang: Language) -> list[Span]:
    """Offsets of the sentences of a text, without the white space and the labels around them."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        begin = _LABEL.match(line)
        offset = begin.end() if begin else 0
        spans.extend(_line_spans(line, offset, start, lang))
        start += len(line) + 1
    return spans


def _line_spans(line: str, begin: int, start: int, lang: Language) -> Iterator[Span]:
    chinese = sentence_language(line, lang) == "zh"
    for end in [*(chinese_ends if chinese else english_ends)(line), len(line)]:
        piece = line[begin:end]
        if piece.strip():
            left = begin + len(piece) - len(piece.lstrip())
            yield start + left, start + left + len(piece.strip())
        begin = max(begin, end)


def _is_heading(text: str) -> bool:
    """A "Group n" line, or a few words written as a title is and not ended as a sentence is."""
    if _GROUP.match(text):
        return not text.endswith("]")
    words = text.split()
    return (
        len(words) <= _MOST_HEADING_WORDS
        and not text.endswith(_SENTENCE_END)
        and text[:1].isupper()
        and all(map(_TITLE_WORD.match, words))
    )
