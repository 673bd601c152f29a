"""Hypothesis is asked for by `criteria.testing` alone, and its absence is told in one sentence."""

import subprocess
import sys

BLOCKED = "import sys; sys.modules['hypothesis'] = None; "


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")


def test_the_package_does_not_import_it():
    code = "import sys, criteria, criteria.face, criteria.cli; criteria.parse; print('hypothesis' in sys.modules)"
    assert run(code).stdout == "False\n"


def test_without_it_one_sentence_says_what_to_do():
    done = run(BLOCKED + "import criteria.testing")
    assert done.stderr.splitlines()[-1] == (
        "ImportError: criteria.testing needs hypothesis, which is not installed: pip install 'criteria[testing]'"
    )
