"""docs/findings.md has a section for each kind of finding: its severity, a plan that has it, and its mended twin that has it no more."""

import re
from pathlib import Path

import pytest

from criteria.diagnostics import has_errors, render, wording
from criteria.model.findings import SEVERITIES
from criteria.pipeline import Checked, analysed, check_file
from pages import Piece, pieces

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"
SECTIONS = {
    heading[1]: part
    for part in re.split(r"(?m)^(?=##)", PAGE.read_text(encoding="utf-8"))
    if (heading := re.match(r"### `([a-z-]+)`\n", part))
}


def test_every_kind_has_its_section():
    assert sorted(SECTIONS) == sorted(SEVERITIES)


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_section_shows_its_finding_and_its_mended_twin(kind, tmp_path, monkeypatch, golden):
    monkeypatch.chdir(tmp_path)
    part = SECTIONS[kind]
    assert part.split("\n")[2].startswith(f"{SEVERITIES[kind].value.capitalize()}. "), (
        "the first word says how bad it is"
    )
    blocks = list(pieces(part))
    beside(blocks)
    (bad,) = (block for block in blocks if block.mark("bad") is not None)
    (good,) = (block for block in blocks if block.mark("good") is not None)
    told = [each for each in found(bad).diagnostics if each.kind == kind]
    assert told
    assert kind not in {each.kind for each in found(good).diagnostics}
    source = found(bad).sources
    golden("".join(f"{render(each, source, lang)}\n" for lang in ("en", "da") for each in told), f"findings/{kind}.txt")


def beside(blocks: list[Piece]) -> None:
    """The files that a section's plans stand beside."""
    for block in blocks:
        if name := block.mark("file"):
            Path(name).write_text(block.text, encoding="utf-8")


def found(block: Piece) -> Checked:
    """A plan that has no error, each finding as bad as its kind is."""
    Path("plan.criteria").write_text(block.text, encoding="utf-8")
    checked = analysed(check_file("plan.criteria"))
    assert not has_errors(checked.diagnostics), [each.message() for each in checked.diagnostics]
    assert all(each.severity is SEVERITIES[each.kind] for each in checked.diagnostics)
    return checked


def test_every_finding_has_its_sentences():
    assert [kind for kind in SEVERITIES if not all(wording()[kind])] == []
