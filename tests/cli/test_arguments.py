"""Arguments in plain words: what is understood, what is refused, and the help."""

import re

import pytest

from criteria.commands.arguments import COMMANDS, Usage, read
from criteria.wording.cli import HELP


def test_options_stand_anywhere():
    found = read("evaluate", ["--facts", "a.yaml", "plan", "--facts=b.csv", "--format", "json"])
    assert found.operands == ["plan"]
    assert found.many("--facts") == ["a.yaml", "b.csv"]
    assert found.one("--format") == "json"
    assert found.one("--output") is None


def test_after_two_dashes_everything_is_an_operand():
    assert read("check", ["--strict", "--", "--odd.criteria", "-"]).operands == ["--odd.criteria", "-"]


@pytest.mark.parametrize(
    ("command", "words", "kind", "suggestion"),
    [
        ("evaluate", [], "plan-missing", None),
        ("date", [], "phrase-missing", None),
        ("facts", ["a", "b"], "second-plan", None),
        ("date", ["medio", "maj"], "second-phrase", None),
        ("evaluate", ["a", "--fomat", "json"], "unknown-option", "--format"),
        ("evaluate", ["a", "-f", "json"], "unknown-option", None),
        ("evaluate", ["a", "--facts"], "option-needs-value", None),
        ("evaluate", ["a", "--facts", "--as-of"], "option-needs-value", None),
        ("evaluate", ["a", "--output", "b", "--output", "c"], "option-twice", None),
        ("check", ["a", "--strict=no"], "option-takes-no-value", None),
        ("evaluate", ["a", "--format", "jsn"], "option-value", "json"),
        ("check", ["-", "-"], "stdin-twice", None),
        ("evaluate", ["-", "--facts", "-"], "stdin-twice", None),
    ],
)
def test_refused(command, words, kind, suggestion):
    with pytest.raises(Usage) as refused:
        read(command, words)
    assert (refused.value.kind, refused.value.suggestion) == (kind, suggestion)


@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(criteria, golden, command, lang):
    said = criteria(*([command] if command else []), "--help", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out, f"cli/help-{command or 'criteria'}.{lang}.txt")
    assert max(map(len, said.out.splitlines())) <= 120


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_names_every_option(command):
    for text in HELP[command]:
        assert set(re.findall(r"^  (--[a-z-]+)", text, re.MULTILINE)) == set(COMMANDS[command][2])


def test_usage_faults_in_plain_words(criteria, golden):
    cases = [
        ["evalute"],
        ["--formt"],
        ["evaluate"],
        ["evaluate", "plan", "--fomat", "json"],
        ["evaluate", "plan", "--format", "jsn"],
        ["date", "medio", "maj"],
        ["evaluate", "plan", "--facts"],
    ]
    told = []
    for lang in ("en", "da"):
        for words in cases:
            said = criteria("--lang", lang, *words)
            assert (said.code, said.out) == (2, "")
            told.append(f"$ criteria {' '.join(words)}\n{said.err}")
    golden("\n".join(told), "cli/usage.txt")


def test_nothing_asked(criteria):
    said = criteria()
    assert said.code == 2
    assert "usage: criteria COMMAND" in said.err


def test_only_a_language(criteria):
    said = criteria("--lang", "da")
    assert said.code == 2
    assert "ventede en kommando" in said.err


def test_version(criteria):
    assert criteria("--version") == (0, "criteria 0.1.0\n", "")
