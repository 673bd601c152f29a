"""How the property tests run, and the golden files.

Property tests run briefly by default, for long with HYPOTHESIS_PROFILE=soak (`python3 dev.py soak`). A golden file is a
whole text that a test compares with; UPDATE_GOLDEN=1 (`python3 dev.py golden`) writes it anew instead.

Traced for coverage are the tests of the rooms that are measured, and the conformance cases: what is covered is covered by a case
with a stated outcome, and tracing more than doubles the time of a test. Property tests are not traced either, and run first; a module
that draws examples is known by its `given`.
"""

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck, settings

# No deadline: the first example pays for imports, and a busy machine is no fault of the code.
settings.register_profile("default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "soak", parent=settings.get_profile("default"), derandomize=False, max_examples=5_000, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
MEASURED = {"check", "conformance", "dates", "evaluate"}  # folders of tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Property tests first, so that no long one is left for the end; traced is what states the outcome of a measured room."""
    for item in items:
        if draws(item) or item.path.parent.name not in MEASURED:
            item.add_marker("no_cover")
    items.sort(key=lambda item: not draws(item))


def draws(item: pytest.Item) -> bool:
    """Whether a test stands in a module that draws examples."""
    return getattr(getattr(item, "module", None), "given", None) is hypothesis.given


GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """`golden(text, "report/terminal.en.txt")`: the text is what the file under tests/golden holds."""

    def compare(text: str, name: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return compare
