"""Tables hold no dead entry: each phrase is found by itself, each table is asked for, no list has a word twice."""

from collections import Counter
from collections.abc import Iterator

import pytest

from jdlint import knowledge
from jdlint.checking.catalogue import built_in
from jdlint.checking.kinds.kind import phrase_tables, shared_lexicon
from jdlint.language.fold import fold
from jdlint.language.lexicon import Hit, Lexicon, Phrase, table
from jdlint.language.words import TABLES


@pytest.mark.parametrize("name", phrase_tables())
def test_every_phrase_of_a_table_is_found_where_it_stands_alone(name: str) -> None:
    dead = [
        phrase.text
        for phrase in table(name)
        if not any(hit.phrase == phrase and _is_whole(hit, phrase.text) for hit in shared_lexicon().find(phrase.text))
    ]
    assert dead == []


def test_phrases_are_looked_up_one_by_one_as_the_automaton_finds_them() -> None:
    phrases = shared_lexicon().phrases
    texts = ["", *(text for phrase in phrases for text in (phrase.text, f"{phrase.text}, {phrase.text}x"))]
    looked_up = [hit for start in range(0, len(texts), 100) for hit in _hits(phrases, texts[start : start + 100])]
    assert looked_up == _hits(phrases, [""] * 200 + texts)[200:]


def _hits(phrases: tuple[Phrase, ...], texts: list[str]) -> list[list[Hit]]:
    lexicon = Lexicon(phrases)
    return [lexicon.find(text) for text in texts]


def _is_whole(hit: Hit, text: str) -> bool:
    return (hit.start, hit.end) == (0, len(text))


@pytest.mark.parametrize("name", phrase_tables())
def test_phrases_are_folded_once_and_for_all(name: str) -> None:
    assert [phrase.text for phrase in table(name) if fold(phrase.text) != phrase.text] == []


ANCHORS = "condition-anchors"
"""Asked for by the reading of conditions itself, to pass over texts that hold none."""


def test_every_table_is_asked_for_by_a_rule() -> None:
    asked = {text for rule in built_in().rules.values() for text in _texts(rule.params)}
    assert sorted(set(phrase_tables()) - asked - {ANCHORS}) == []


def _texts(value: object) -> list[str]:
    """Give every text inside a rule's parameters."""
    if isinstance(value, str):
        return [value]
    return [text for part in value for text in _texts(part)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("name", [*TABLES, "acts", "objects", "modality"])
def test_no_list_of_words_names_one_twice(name: str) -> None:
    lists = dict(_lists(knowledge.load(f"lexicon/{name}"), ()))
    twice = {path: [word for word, count in Counter(words).items() if count > 1] for path, words in lists.items()}
    assert {path: words for path, words in twice.items() if words} == {}


def _lists(node: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Give each list of words of a table; a Chinese one may be a text with blanks between its words."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _lists(value, (*path, key))
    elif isinstance(node, list):
        yield path, [word for word in node if isinstance(word, str)]
    elif isinstance(node, str) and path[-1] == "zh":
        yield path, node.split()
