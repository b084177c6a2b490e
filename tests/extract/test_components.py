"""The spaCy components in pipelines of their users' own."""

from __future__ import annotations

import pytest
import spacy
from monazite.extract.components import MissingComponent
from monazite.schema import Article
from spacy.language import Language

TEXT = "Lynas operates Mount Weld. China controls 70% of the world's rare earths."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("monazite_mentions")
    nlp.add_pipe("monazite_relations")
    return nlp


def _facts(doc: spacy.tokens.Doc) -> set[tuple[str, str, str]]:
    return {(c.subject.id, c.relation, c.object.id) for c in doc._.claims}


def test_a_doc_carries_mentions_and_claims(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert ("firm:lynas", "OPERATES", "mine:mount-weld") in _facts(doc)
    assert all(doc.text[m.start : m.end] == m.text for m in doc._.mentions)
    assert {"Lynas", "China"} <= {m.text for m in doc._.mentions}


def test_sentences_of_another_component_are_kept() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("monazite_mentions")
    nlp.add_pipe("monazite_relations")
    doc = nlp(TEXT)
    assert [s.text for s in doc._.reading.sentences] == [s.text for s in doc.sents]
    assert ("country:cn", "CONTROLS", "element:rare-earths") in _facts(doc)


def test_an_article_brings_title_and_date(nlp: Language) -> None:
    article = Article(
        id="x", title="Lynas operates Mount Weld", text=TEXT, lang="en", published="2025-05-01"
    )
    doc = nlp.make_doc(TEXT)
    doc._.article = article
    claims = nlp(doc)._.claims
    assert {claim.article for claim in claims} == {"x"}
    assert any(claim.in_title for claim in claims)
    assert {str(claim.published) for claim in claims} == {"2025-05-01"}


def test_voters_may_be_chosen() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("monazite_mentions")
    nlp.add_pipe("monazite_relations", config={"voters": ["patterns-zh"]})
    assert nlp(TEXT)._.claims == []


def test_chinese() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("monazite_mentions")
    nlp.add_pipe("monazite_relations")
    assert ("country:cn", "CONTROLS", "element:rare-earths") in _facts(
        nlp("中国占全球稀土产量的70%。")
    )


def test_relations_without_mentions_say_what_is_missing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("monazite_relations")
    with pytest.raises(MissingComponent, match="monazite_mentions"):
        nlp(TEXT)


def test_an_empty_doc(nlp: Language) -> None:
    assert nlp("")._.claims == []
