"""What is read without PyYAML is read as PyYAML has it, place by place; what is not plain is left to it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from criteria.facts.documents import read_yaml
from criteria.facts.plain_yaml import read_plain
from criteria.source import from_text, read

EXAMPLES = Path(__file__).parents[2] / "examples"
BLANKS = st.sampled_from(["", "", "  ", "  ", "    ", "      ", " "])
STARTS = st.sampled_from(["", "", "- ", "-   ", "- - "])
NAMES = st.sampled_from(["a: ", "b: ", "sent to:  ", "b:", "c:", "é d: ", "1:", "a:b: ", "null: ", ""])
PLAIN = [
    "x",
    "28/5 2020",
    "50.000 kr",
    "2020-02-14",
    "12:30",
    "maj 2020",
    "Ansøgning om midler",
    "a - b",
    "no",
    "a *b",
    "x ",
]
ODD = [
    "",
    "null",
    "~",
    "a  b",
    "x:",
    "a: b",
    "'q'",
    '"q"',
    "[x]",
    "&a",
    "*a",
    "!t",
    "-5",
    "a#b",
    "≥ 3",
    "\tx",
    "# all",
    "a, b",
]
VALUES = st.sampled_from([*PLAIN, *PLAIN, *ODD])
ENDS = st.sampled_from(["", "", "", " # why", "  # why: so", "#not", "   "])
LINES = st.builds(lambda *parts: "".join(parts), BLANKS, STARTS, NAMES, VALUES, ENDS)
TEXTS = st.lists(st.one_of(LINES, LINES, LINES, st.sampled_from(["", "# a", "   # b", "---", "..."])), max_size=6)


@settings(max_examples=400)
@given(TEXTS.map("\n".join))
@example("a: x\n  y")
@example("a:\n- x")
@example("a:\n  - b: x\n    c: y\n  - b: z\nd: w")
@example("a: x\na: y")
@example("a:\n  b: x\n c: y")
def test_plain_is_what_yaml_says(text: str) -> None:
    source = from_text("facts.yaml", text)
    plain = read_plain(source)
    if plain is not None:
        whole, faults = read_yaml(source)
        assert faults == []
        assert repr(plain) == repr(whole)  # with places, which equality leaves out


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_examples_are_plain(path: Path) -> None:
    source = read(path)
    assert repr(read_plain(source)) == repr(read_yaml(source)[0])


def test_plain_facts_are_read_without_pyyaml() -> None:
    astra = EXAMPLES / "astra-2020"
    words = ["evaluate", str(astra / "plan.criteria"), "--facts", str(astra / "facts.yaml")]
    code = f"import sys\nfrom criteria.cli import main\nmain({words!r})\nprint('yaml' in sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.splitlines()[-1] == "False"
