"""The catalogue page and the conformance cases tell the same: each of the 108 rules is shown as data, or says why it is not."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PAGE = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
ROWS = {
    int(row[0]): row
    for row in (re.split(r"\s*\|\s*", line)[1:-1] for line in PAGE.splitlines())
    if row and row[0].isdigit()
}


def numbered_cases() -> dict[str, set[int]]:
    """The catalogue's numbers that each topic's cases carry at the head of their names."""
    found = {}
    for path in (ROOT / "tests" / "conformance").glob("*.yaml"):
        document = yaml.load(path.read_text(encoding="utf-8"), LOADER)
        names = [str(case["name"]) for case in document["cases"]]
        names += [str(each["name"]) for case in document["cases"] for each in case.get("each", ()) if "name" in each]
        found[path.stem] = {int(number) for name in names for number in re.findall(r"^(\d+)\. ", name)}
    return found


CASES = numbered_cases()


def test_the_page_has_every_number_once() -> None:
    assert sorted(ROWS) == list(range(1, 109))
    assert all(len(row) == 5 and all(row) for row in ROWS.values())


@pytest.mark.parametrize("number", sorted(ROWS))
def test_a_rule_is_shown_or_says_why_not(number: int) -> None:
    shown = ROWS[number][4]
    topics = {topic for topic, numbers in CASES.items() if number in numbers}
    if shown.startswith("not decided: "):
        assert not topics
    else:
        assert {*shown.split(", ")} <= CASES.keys()
        assert topics >= {*shown.split(", ")}
