"""What `criteria check` tells of the Astra plan word for word, and that it has nothing to tell of the same plan mended.

`UPDATE_GOLDEN=1` writes the tables of docs/findings-astra.md anew.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from analyse.said import said_of
from criteria.diagnostics import Diagnostic

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "findings-astra.md"
WANTED = yaml.safe_load((Path(__file__).parent / "astra_findings.yaml").read_text(encoding="utf-8"))
TAILS = {"en": "", "da": ".da"}
LANGUAGES = {"en": "English", "da": "Danish"}
HEADS = {
    "en": ("| Line | Goal | Kind | What it says |", "|---|---|---|---|"),
    "da": ("| Linje | Mål | Slags | Hvad den siger |", "|---|---|---|---|"),
}


def found(name: str, lang: str) -> list[Diagnostic]:
    """All that `criteria check` says of the plan."""
    return list(said_of(f"astra-2020/plan.{name}{TAILS[lang]}").diagnostics)


def line_of(finding: Diagnostic) -> str:
    assert finding.place is not None
    return Path(finding.place.file).read_text(encoding="utf-8").split("\n")[finding.place.line - 1]


@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: f"{wanted['case']} {wanted['kind']}")
def test_a_fault_of_the_source_is_found(wanted: dict[str, Any], lang: str) -> None:
    words = wanted["line"][lang == "da"]
    told = [(each.kind, line_of(each)) for each in found("literal", lang) if each.goal == wanted.get("goal")]
    assert any(kind == wanted["kind"] and words in line for kind, line in told), told


@pytest.mark.parametrize("lang", ["en", "da"])
def test_nothing_is_found_on_the_mended_plan(lang: str) -> None:
    assert [each.message(lang) for each in found("mended", lang)] == []


def test_the_two_surfaces_have_the_same_faults() -> None:
    both = [[(each.kind, each.goal) for each in found("literal", lang)] for lang in ("en", "da")]
    assert both[0] == both[1]


@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_page_has_the_table_that_check_gives(lang: str) -> None:
    rows = [
        f"| {each.place.line if each.place else ''} | {each.goal or ''} | `{each.kind}` | {each.message(lang)} |".replace(
            "|  |", "| |"
        )
        for each in found("literal", lang)
    ]
    table = "\n".join([*HEADS[lang], *rows])
    page = PAGE.read_text(encoding="utf-8")
    drawn = re.compile(rf"(## In {LANGUAGES[lang]}\n.*?\n)(\|[^\n]*\n)+", re.DOTALL)
    if os.environ.get("UPDATE_GOLDEN"):
        page = drawn.sub(lambda whole: f"{whole[1]}{table}\n", page)
        PAGE.write_text(page, encoding="utf-8")
    assert any(f"{found[1]}{table}\n" == found[0] for found in drawn.finditer(page))
