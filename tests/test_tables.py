"""The compiled grammar: current, free of conflicts, and read with the words of both surfaces."""

import json
from pathlib import Path

import pytest

import hatch_build
from criteria import tables
from criteria.automaton import Automaton
from criteria.keywords import longest_keyword, spellings_tree

ROOT = Path(__file__).parents[1]
GRAMMARS = sorted(name for name in hatch_build.GRAMMARS if (ROOT / "grammar" / f"{name}.lark").exists())

STRUCTURE = """\
// start: sentence word
sentence: share (_AND share)* -> shares
share: (AT_LEAST | AS_MANY) NUMBER PERCENT [OF] word+
word: WORD
WORD: /[^\\W\\d_](?:\\w|-(?=\\w))*/  // "/" in a comment, and AT_LEAST too
NUMBER: /[0-9]+/
%ignore /[ \\t\\u00a0]+/
"""
ENGLISH = """\
// the English surface
AND: "and"
AT_LEAST: "at least" | "≥" | ">="
AS_MANY: "at least as many as"
PERCENT: "%"
OF: "of"
NUMBER: "number"  // the grammar has a terminal of this name
NOWHERE: "not in the grammar"
"""
DANISH = """\
AND: "og"
AT_LEAST: "mindst"
  | "ikke under"  // carried on
PERCENT: "pct." | "%"
OF: "af"
"""


@pytest.fixture
def project(tmp_path):
    """A checkout with a small grammar and nothing else."""
    grammar = tmp_path / "grammar"
    grammar.mkdir()
    (tmp_path / "hatch_build.py").write_bytes((ROOT / "hatch_build.py").read_bytes())
    for name, text in {"criteria": STRUCTURE, "words.en": ENGLISH, "words.da": DANISH}.items():
        (grammar / f"{name}.lark").write_text(text, encoding="utf-8")
    return tmp_path


def table(project, name):
    return project / hatch_build.TABLES / f"{name}.json"


# --- the tables in use ---


@pytest.mark.parametrize("name", GRAMMARS)
def test_the_tables_in_use_are_made_from_the_grammar_as_it_stands(name):
    assert tables.digest(name) == hatch_build.digest(ROOT), "python3 dev.py setup compiles them again"


@pytest.mark.parametrize("name", GRAMMARS)
def test_the_grammar_has_no_conflicts(name):
    words = hatch_build.read_words(ROOT / "grammar", hatch_build.GRAMMARS[name])
    assert hatch_build.build(ROOT / "grammar" / f"{name}.lark", words, strict=True)


def test_every_keyword_of_a_plan_stands_in_both_surfaces():
    """Otherwise the formatter could not translate it. Date phrases are not translated, so their words may differ."""
    words = tables.words("words")
    assert [concept for concept in words if not (words[concept]["en"] and words[concept]["da"])] == []


def test_words_keep_the_canonical_spelling_first():
    for stem in hatch_build.GRAMMARS.values():
        for concept, surfaces in tables.words(stem).items():
            assert surfaces.keys() == {"en", "da"}, concept
            assert len(set(surfaces["en"])) == len(surfaces["en"]), concept


def test_a_missing_table_says_how_to_make_it():
    with pytest.raises(RuntimeError, match=r"nothing\.json is missing"):
        tables.read("nothing")


@pytest.mark.parametrize("name", GRAMMARS)
def test_the_automaton_does_what_the_analysis_says(name):
    words = hatch_build.read_words(ROOT / "grammar", hatch_build.GRAMMARS[name])
    analysed = hatch_build.build(ROOT / "grammar" / f"{name}.lark", words)
    automaton = Automaton(json.loads(json.dumps(hatch_build.serialise(analysed, {}))))
    table = analysed.parser.parser._parse_table
    for state, actions in table.states.items():
        assert automaton.states[state].keys() == actions.keys()
        for symbol, (_, argument) in actions.items():
            todo = automaton.states[state][symbol]
            rule = None if todo >= 0 else automaton.rules[~todo]
            found = todo if rule is None else (rule.origin, rule.size)
            assert found == (argument if isinstance(argument, int) else (argument.origin.name, len(argument.expansion)))
    assert automaton.starts == {
        start: (table.start_states[start], table.end_states[start]) for start in table.start_states
    }


# --- words ---


def test_both_surfaces_are_merged_by_concept(project):
    words = hatch_build.read_words(project / "grammar", "words")
    assert words["AT_LEAST"] == {"en": ["at least", "≥", ">="], "da": ["mindst", "ikke under"]}
    assert words["NOWHERE"] == {"en": ["not in the grammar"], "da": []}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('AND "og"', "expected CONCEPT"),
        ("AND: og", "expected CONCEPT"),
        ('AND: "og"\nAND: "&"', "AND stands there twice"),
    ],
)
def test_a_faulty_word_table_is_refused(project, line, complaint):
    (project / "grammar" / "words.da.lark").write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        hatch_build.read_words(project / "grammar", "words")


# --- the compiler ---


def test_a_table_is_compiled_again_only_when_something_changed(project, capsys):
    hatch_build.compile_tables(project)
    assert "criteria.lark →" in capsys.readouterr().out
    hatch_build.compile_tables(project)
    assert "criteria.lark →" not in capsys.readouterr().out
    (project / "grammar" / "words.da.lark").write_text(DANISH + 'AS_MANY: "mindst så mange som"', encoding="utf-8")
    hatch_build.compile_tables(project)
    assert "criteria.lark →" in capsys.readouterr().out


def test_a_grammar_that_is_not_there_has_no_table(project, capsys):
    hatch_build.compile_tables(project)
    assert "dates.lark is not there yet" in capsys.readouterr().out
    (project / "grammar" / "criteria.lark").unlink()
    hatch_build.compile_tables(project)
    assert not table(project, "criteria").exists()


def test_a_grammar_has_to_name_its_start_rules(project):
    (project / "grammar" / "criteria.lark").write_text("word: WORD\nWORD: /a/\n")
    with pytest.raises(ValueError, match="start rules"):
        hatch_build.compile_tables(project)


def test_one_spelling_for_two_things_at_one_place_is_refused(project):
    (project / "grammar" / "words.da.lark").write_text('AS_MANY: "At  least"', encoding="utf-8")
    with pytest.raises(ValueError, match="AS_MANY and AT_LEAST are both spelled"):
        hatch_build.compile_tables(project)


# --- keywords ---

TREE = spellings_tree(
    {"AT_LEAST": ["at least", "mindst", "≥"], "AS_MANY": ["at least as many as"], "AND": ["and", "og"]}
)
EVERY = {"AT_LEAST", "AS_MANY", "AND"}


def keyword(text, start=0, accepted=EVERY):
    return longest_keyword(TREE, text, start, len(text), accepted)


@pytest.mark.parametrize("text", ["AT LEAST", "At  least", "at\u00a0least", "at \u202f\tleast"])
def test_case_and_the_kind_of_blank_do_not_matter(text):
    assert keyword(f"{text} 5") == (text, "AT_LEAST")


def test_the_longest_spelling_wins_that_is_whole_and_accepted():
    assert keyword("at least as many as 5") == ("at least as many as", "AS_MANY")
    assert keyword("at least as many 5") == ("at least", "AT_LEAST")
    assert keyword("at least as many as 5", accepted={"AT_LEAST"}) == ("at least", "AT_LEAST")
    assert keyword("≥5%") == ("≥", "AT_LEAST")


@pytest.mark.parametrize("word", ["ogre", "og-luft", "ål-og", "og_", "og2", "landog"])
def test_a_keyword_is_not_found_inside_a_word(word):
    assert [keyword(word, start) for start in range(len(word))] == [None] * len(word)
