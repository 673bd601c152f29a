"""The grammar: no conflicts, and its words."""

import re
from pathlib import Path

import pytest

from criteria import tables
from criteria.syntax.words import by_place, is_reserved, reserved, spellings
from hatch_build import build, read_words

GRAMMAR = Path(__file__).parents[2] / "grammar"


def test_the_grammar_has_no_conflict():
    build(GRAMMAR / "criteria.lark", read_words(GRAMMAR, "words"), strict=True)


def test_every_concept_is_spelled_in_both_surfaces():
    assert [concept for concept, surfaces in tables.words().items() if not all(surfaces.values())] == []


def test_a_reserved_spelling_has_one_meaning():
    known: dict[str, str] = {}
    for concept in sorted(reserved()):
        for each in set(spellings(concept)):
            assert known.setdefault(each.lower(), concept) == concept


def test_the_grammar_uses_every_concept():
    text = (GRAMMAR / "criteria.lark").read_text(encoding="utf-8")
    assert [concept for concept in tables.words() if not re.search(rf"\b{concept}\b", text)] == []


@pytest.mark.parametrize("word", ["ogre", "perle", "andelen", "indendørs", "in-house", "i-dag", "senestdato"])
def test_a_keyword_is_a_whole_word(word):
    assert not is_reserved(word)


@pytest.mark.parametrize("word", ["og", "By", "INDEN", "at least", "mindst så mange som"])
def test_keywords_of_both_surfaces_are_reserved(word):
    assert is_reserved(word)
    assert not by_place() & reserved()
