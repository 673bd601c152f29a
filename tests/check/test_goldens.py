"""Wrong plans, each with the whole text of its messages in both languages.

`tests/golden/check/bad/NAME.criteria` is the plan, `NAME.expected` what is said about it; UPDATE_GOLDEN=1 writes that anew.
"""

from pathlib import Path

import pytest

from criteria.check.from_syntax import check
from criteria.diagnostics import Diagnostic, Severity, has_errors, render
from criteria.model.findings import SEVERITIES
from criteria.source import from_text
from criteria.syntax.parse import parse

BAD = Path(__file__).parents[1] / "golden" / "check" / "bad"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.criteria")), ids=lambda path: path.stem)
def test_messages(path, golden):
    source = from_text(path.name, path.read_text(encoding="utf-8"))
    tree, faults = parse(source)
    assert not has_errors(faults), "these plans are well formed"
    plan, found = check(tree)
    assert (plan is None) == has_errors(found)
    golden(f"{said(found, source, 'en')}\n{said(found, source, 'da')}", f"check/bad/{path.stem}.expected")


def said(found: list[Diagnostic], source, lang: str) -> str:
    return "".join(f"{render(each, {source.name: source}, lang)}\n" for each in found)


def test_what_is_no_error_can_be_accepted():
    """A finding that the checker makes is as bad as the table of findings says; an empty plan has no line to accept it in."""
    wrong = set()
    for path in (*BAD.glob("*.criteria"), *BAD.parents[1].glob("syntax/bad/*.criteria")):
        tree, faults = parse(from_text(path.name, path.read_text(encoding="utf-8")))
        wrong |= {
            (each.kind, each.severity) for each in (*faults, *check(tree)[1]) if each.severity is not Severity.ERROR
        }
    wrong -= {("empty-plan", Severity.WARNING), ("more-faults", Severity.NOTICE)}
    assert wrong - set(SEVERITIES.items()) == set()


def test_every_sentence_of_the_layer_is_shown():
    """Each kind stands in a golden; a kind that nothing raises is no kind."""
    from criteria.wording import check as own
    from criteria.wording import durations, subjects, totals

    raised = set()
    for path in BAD.glob("*.criteria"):
        _, found = check(parse(from_text(path.name, path.read_text(encoding="utf-8")))[0])
        raised |= {each.kind for each in found}
    told = {kind for layer in (own, durations, subjects, totals) for kind in layer.SENTENCES}
    assert told - raised == {"list-empty"}, "this one needs a tree that no parser makes"
