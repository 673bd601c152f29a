"""The defensible ways to understand a word, by name.

In: nothing. Out: ``READINGS``, one row a reading: its values (default first), which of them are tried unasked, and
its labels. Sources: Købeloven § 68 (primo, medio, ultimo), Restaurationsloven § 36 a and Forældelsesloven § 27 (month
ends, weekends).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from criteria.frozen import frozen

Labels = Mapping[str, tuple[str, str]]  # value: (English, Danish)


@frozen
class Reading:
    """One word that can be understood in more than one way; of its values the default comes first."""

    name: str
    values: tuple[str, ...]
    on_request: frozenset[str]
    labels: Labels

    @property
    def default(self) -> str:
        """The value that holds when nobody says otherwise."""
        return self.values[0]

    @property
    def varied(self) -> tuple[str, ...]:
        """The values tried unasked, default first."""
        return tuple(v for v in self.values if v not in self.on_request)

    def label(self, value: str = "", lang: str = "en") -> str:
        """The display name of the reading, or of one of its values."""
        return self.labels[value][1 if lang == "da" else 0]


def _reading(name: str, label: tuple[str, str], values: Labels, *on_request: str) -> Reading:
    return Reading(name, tuple(values), frozenset(on_request), MappingProxyType({"": label, **values}))


_ROWS = (
    _reading(
        "primo-medio-ultimo",
        ("primo, medio and ultimo", "primo, medio og ultimo"),
        {
            "thirds": ("the first, middle and last third", "første, midterste og sidste tredjedel"),
            "point": ("the first, middle and last day", "første, midterste og sidste dag"),
            "business-day": ("the first, middle and last business day", "første, midterste og sidste bankdag"),
        },
        "business-day",
    ),
    _reading(
        "inden",
        ("inden", "inden"),
        {
            "strict": ("before it begins", "før den begynder"),
            "inclusive": ("at the latest on its last day", "senest på dens sidste dag"),
        },
    ),
    _reading(
        "lower-levels",
        ("lower levels", "lavere niveauer"),
        {
            "at-least-as-good": ("what is better also counts", "det, der er bedre, tæller også"),
            "literal": ("exactly as written", "nøjagtig som skrevet"),
        },
    ),
    _reading(
        "month-end",
        ("month ends", "månedsslut"),
        {
            "clip": ("the month's last day when the day is missing", "månedens sidste dag, når dagen ikke findes"),
            "end-sticks": ("a month's last day stays a last day", "en månedsslut forbliver en månedsslut"),
            "error": ("refused when the day is missing", "afvises, når dagen ikke findes"),
        },
        "end-sticks",
        "error",
    ),
    _reading(
        "weekend",
        ("a deadline on a weekend or holiday", "en frist i en weekend eller på en helligdag"),
        {
            "stay": ("stays on its day", "bliver på sin dag"),
            "next-working-day": ("moves to the next working day", "flyttes til næste hverdag"),
        },
        "next-working-day",
    ),
)

READINGS: Mapping[str, Reading] = MappingProxyType({row.name: row for row in _ROWS})


def defaults() -> dict[str, str]:
    """Every reading at its default."""
    return {name: reading.default for name, reading in READINGS.items()}


def completed(readings: Mapping[str, str] | None) -> dict[str, str]:
    """The given readings over the defaults; a name that is not ours is left alone, a value is checked."""
    chosen = defaults() | dict(readings or {})
    for name, reading in READINGS.items():
        if chosen[name] not in reading.values:
            raise ValueError(f"{name}: found {chosen[name]}, expected one of {', '.join(reading.values)}")
    return chosen
