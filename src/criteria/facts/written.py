"""What stands in a file before the plan's types are known: texts with places, under keys and in lists.

In: built by the readers of YAML, JSON, CSV, Excel and Python dicts. Out: read by ``gather``. Every reader makes the
same three shapes, so that a rule about names or values is written once, whatever the file's format.
"""

from __future__ import annotations

from criteria.frozen import field, frozen
from criteria.source import Place

MAX_DEPTH = 100


@frozen
class Written:
    """A text as it stands; empty for null and for an empty cell. ``exact``: the format itself says that it is a number
    (JSON, a number cell of Excel, a number of Python), so a dot is its decimal sign and an exponent is no rounding."""

    text: str
    place: Place = field(eq=False)
    exact: bool = False


@frozen
class Listed:
    """A list, or the rows of a table."""

    items: tuple[Node, ...]
    place: Place = field(eq=False)


@frozen
class Keyed:
    """A mapping, or one row of a table: keys in the order in which they stand."""

    entries: tuple[tuple[Written, Node], ...]
    place: Place = field(eq=False)


Node = Written | Listed | Keyed


@frozen
class Part:
    """What one file or sheet brings. ``locale`` is how its numbers are written, where it says so."""

    node: Keyed
    locale: str | None = None  # "da" or "en"


def kind_of(node: Node) -> tuple[str, str]:
    """What a shape is called in a message, in English and Danish."""
    match node:
        case Written():
            return ("a value", "en værdi")
        case Listed():
            return ("a list", "en liste")
        case Keyed():
            return ("a group of names", "en gruppe af navne")
