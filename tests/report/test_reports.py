"""Whole reports, as golden files, in both languages; and what no report may do."""

import json
import re

import pytest

from criteria.evaluate.verdict import Verdict
from criteria.frozen import evolve
from criteria.report.data import verdict_data
from criteria.report.html import html
from criteria.report.markdown import markdown
from criteria.report.outline import outline
from criteria.report.terminal import terminal

LANGS = ("en", "da")


@pytest.mark.parametrize("lang", LANGS)
def test_terminal(verdict, plan, golden, lang):
    golden(terminal(outline(verdict, plan, lang), 100), f"report/terminal.{lang}.txt")


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_is_wider_than_the_terminal(verdict, plan, width):
    lines = terminal(outline(verdict, plan, "da"), width).splitlines()
    assert [line for line in lines if len(line) > width] == []


def test_colour_is_the_same_text(verdict, plan):
    told = outline(verdict, plan, "en")
    coloured = terminal(told, 100, colour=True)
    assert "\033[" in coloured
    assert re.sub(r"\033\[\d*m", "", coloured) == terminal(told, 100)


def test_words_of_others_cannot_move_the_cursor(verdict, plan):
    bad = evolve(verdict.goals[0], title="a\033[2Jb\u202ec\r\nd")
    text = terminal(outline(Verdict((bad,), None, {}), plan, "en"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)


def test_a_goal_without_a_title_has_its_number(verdict, plan):
    bare = evolve(verdict.goals[0], title="")
    told = outline(Verdict((bare,), None, {}), plan, "en")
    assert bare.id in terminal(told).splitlines()
    assert f" {bare.id} " in markdown(told) and html(told)


@pytest.mark.parametrize("lang", LANGS)
def test_markdown(verdict, plan, golden, lang):
    golden(markdown(outline(verdict, plan, lang)), f"report/markdown.{lang}.md")


def test_markdown_keeps_words_of_others_in_their_cell(verdict, plan):
    bad = evolve(verdict.goals[0], title="a | b\n\n# c <script> [x](javascript:y) `d`")
    row = next(
        line for line in markdown(outline(Verdict((bad,), None, {}), plan, "en")).splitlines() if "script" in line
    )
    assert r"a \| b \# c \<script\> \[x\](javascript:y) \`d\`" in row


@pytest.mark.parametrize("lang", LANGS)
def test_html(verdict, plan, golden, lang):
    golden(html(outline(verdict, plan, lang)), f"report/page.{lang}.html")


def test_html_holds_nothing_that_runs_or_loads(verdict, plan):
    bad = evolve(
        verdict.goals[0], title='</title><script>alert(1)</script><img src=x onerror="y">\u202e]]>', quote="<b>"
    )
    page = html(outline(Verdict((bad,), None, {}), plan, "en"))
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    assert not tags & {"script", "img", "a", "link", "iframe", "object", "b"}
    assert "default-src 'none'" in page
    assert "\u202e" not in page


def test_json_has_the_keys_of_the_contract_first(verdict, plan, golden):
    data = verdict_data(verdict, plan, "0.1.0")
    golden(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "report/verdict.json")
    assert data["schema"] == "criteria/verdict/1"
    assert data["total"] is None
    two = data["goals"][1]
    assert {
        "levels",
        "score",
        "status",
        "depends_on_reading",
        "depends_on",
        "readings",
        "missing",
        "assumed",
    } <= two.keys()
    assert two["score"] == {"min": "100", "max": "100"}
    assert two["because"]["facts"] == [{"path": "concept sent", "value": "2020-11-18", "source": "facts.yaml:7"}]


def test_a_plan_without_goals(verdict, plan):
    nothing = Verdict((), None, {})
    for lang, words in (("en", "no goals"), ("da", "ingen mål")):
        told = outline(nothing, plan, lang)
        assert words in terminal(told)
        assert words in markdown(told)
        assert words in html(told)
