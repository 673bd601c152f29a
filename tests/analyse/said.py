"""What `criteria check` says of the plans under examples/, worked out once in a process: all that is told, and of which plan."""

from functools import cache

from criteria.pipeline import Checked, analysed, check_file
from example_plans import EXAMPLES


@cache
def said_of(name: str) -> Checked:
    """The plan checked, with its findings; `name` is the folder and the file without its ending."""
    checked = analysed(check_file(EXAMPLES / f"{name}.criteria"))
    assert checked.plan is not None
    return checked
