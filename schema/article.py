"""An article, and the sentences it is cut into."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["en", "zh"]


class Sentence(BaseModel):
    """One sentence of an article.

    ``start`` and ``end`` are offsets in characters into the article's ``text`` (into its ``title``
    where ``kind`` is "title"), so that ``text[start:end]`` is the sentence as it is cited.
    """

    model_config = ConfigDict(frozen=True)

    index: int
    text: str
    start: int
    end: int
    kind: Literal["title", "heading", "body"] = "body"
    lang: Language


class Article(BaseModel):
    """One news article in canonical form (stray spaces between Han characters joined).

    ``id`` is :func:`~monazite.schema.article_id` of title and text. ``topic`` is the heading of
    the page it stood on, ``origin`` the file and line it was read from. What the input does not
    say is ``None``.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    text: str
    lang: Language
    source: str | None = None
    published: dt.date | None = None
    url: str | None = None
    topic: str | None = None
    origin: str | None = None
