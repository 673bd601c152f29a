"""Our own writer of JSON says what the library's says."""

import json

from hypothesis import given
from hypothesis import strategies as st

from criteria.report.json_text import json_text

LEAVES = st.none() | st.booleans() | st.integers() | st.text()
DATA = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


@given(DATA)
def test_it_is_the_same_text(data: object) -> None:
    assert json_text(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
