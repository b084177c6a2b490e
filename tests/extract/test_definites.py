"""What stands for an entity named earlier: in later sentences, in the same one, and not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from monazite.extract.context import Context
from monazite.extract.names.definites import Memory, topic_of
from monazite.schema import Mention

ContextOf = Callable[..., Context]
FIRST = (
    "[Arrow Metals=Firm:A] of [Japan=Country:JP] runs [Red Hill=Mine:M] and the "
    "[Eastern works=Facility:Y], and mines [gallium=Element:Ga]."
)


def _resolved(context_of: ContextOf, *marked: str, memory: Memory | None = None) -> dict[str, str]:
    """Words and names of the definites of the last sentence."""
    memory = memory or Memory()
    found: list[Mention] = []
    for text in marked:
        context = context_of(text, "en")
        found = memory.definites(context.text, context.mentions, "en")
        memory.note(context.text, [*context.mentions, *found], "en")
    return {mention.text: mention.name for mention in found if mention.text}


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("The company fell.", "The company", "A"),
        ("Shares in the miner fell.", "the miner", "A"),
        ("The country has no oil.", "The country", "JP"),
        ("Output at the mine doubled.", "the mine", "M"),
        ("The plant was shut.", "The plant", "Y"),
        ("It was founded in 2010.", "It", "A"),
        ("Prices of the metal rose.", "the metal", "Ga"),
    ],
)
def test_earlier_sentences(context_of: ContextOf, sentence: str, words: str, name: str) -> None:
    assert _resolved(context_of, FIRST, sentence)[words] == name


def test_the_same_sentence_comes_first(context_of: ContextOf) -> None:
    sentence = "[Brightwater=Firm:B] said that the company would grow."
    assert _resolved(context_of, FIRST, sentence)["the company"] == "B"


@pytest.mark.parametrize(
    "sentence",
    [
        "A company fell.",
        "The owner of a shop fell.",
        "It is the largest company.",
        "[Brightwater=Firm:B], the miner, fell.",
        "The miner [Brightwater=Firm:B] fell.",
    ],
)
def test_what_is_not_definite(context_of: ContextOf, sentence: str) -> None:
    found = _resolved(context_of, FIRST, sentence)
    assert not any("company" in words or "miner" in words or "owner" in words for words in found)


def test_nothing_named_nothing_resolved(context_of: ContextOf) -> None:
    assert _resolved(context_of, "The company and the mine fell.") == {}


def test_a_nationality_chooses_among_firms(context_of: ContextOf) -> None:
    countries = {"firm:a": "country:jp", "firm:b": "country:au"}
    earlier = "[Arrow=Firm:A] and [Brightwater=Firm:B] met."
    for nation, name in (("Japanese=Country:JP", "A"), ("Australian=Country:AU", "B")):
        memory = Memory(country_of=countries.get)
        found = _resolved(context_of, earlier, f"The [{nation}] group fell.", memory=memory)
        assert found == {"group": name}
    unknown = Memory(country_of=countries.get)
    french = "The [French=Country:FR] group fell."
    assert _resolved(context_of, earlier, french, memory=unknown) == {}


def test_offsets_are_those_of_the_words(context_of: ContextOf) -> None:
    memory = Memory()
    first = context_of(FIRST, "en")
    memory.note(first.text, first.mentions, "en")
    text = "Yesterday the company fell."
    (found,) = memory.definites(text, [], "en")
    assert text[found.start : found.end] == "the company"
    assert found.resolved


def test_the_topic_is_the_most_mentioned_thing_title_first(context_of: ContextOf) -> None:
    title = context_of("[Gallium=Element:Ga] soars", "en").mentions
    body = context_of("[tin=Element:Sn] and [tin=Element:Sn] and [China=Country:CN]", "en").mentions
    topic = topic_of(title, body)
    assert topic is not None
    assert (topic.id, topic.start, topic.end) == ("element:ga", 0, 0)
    assert topic_of([], body[2:]) is None


def test_a_bare_export_is_of_the_topic_where_no_thing_is_named(context_of: ContextOf) -> None:
    topic = topic_of(context_of("[Gallium=Element:Ga]", "en").mentions, [])
    bare = _resolved(context_of, "Exports were halted.", memory=Memory(topic))
    assert bare == {"Exports": "Ga"}
    named = "Exports of [tin=Element:Sn] were halted."
    assert _resolved(context_of, named, memory=Memory(topic)) == {}


def test_a_measure_implies_its_country_and_its_thing(context_of: ContextOf) -> None:
    memory = Memory()
    first = context_of("[China=Country:China] mines [gallium=Element:Ga].", "en")
    memory.definites(first.text, first.mentions, "en")
    later = context_of("The [gallium export ban=Policy:China gallium ban (2024)] holds.", "en")
    found = memory.definites(later.text, later.mentions, "en")
    assert [(m.name, m.start == m.end) for m in found] == [("China", True), ("Ga", True)]
