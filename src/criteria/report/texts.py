"""Labels in the reader's language.

In: a key of ``wording/report.py``, ``totals.py`` or ``needs.py`` and what to fill in. Out: the text in English or Danish; a key that is
not there is a fault of ours.
"""

from __future__ import annotations

from criteria.dates.readings import READINGS
from criteria.wording.batch import LABELS as OF_BATCHES
from criteria.wording.differences import LABELS as OF_DIFFERENCES
from criteria.wording.explain import LABELS as OF_EXPLANATIONS
from criteria.wording.needs import NEEDS
from criteria.wording.report import LABELS as OF_REPORTS
from criteria.wording.totals import LABELS as OF_TOTALS

LABELS = OF_REPORTS | OF_TOTALS | OF_EXPLANATIONS | NEEDS | OF_DIFFERENCES | OF_BATCHES


def say(key: str, lang: str, **values: object) -> str:
    """The label, filled in."""
    english, danish = LABELS[key]
    return (danish if lang == "da" else english).format(**values)


def joined(items: list[str], word: str) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return f" {word} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def reading(name: str, lang: str) -> str:
    """What a reading is about: its label, or a definition's own name."""
    return READINGS[name].label(lang=lang) if name in READINGS else name


def reading_value(name: str, value: str, lang: str) -> str:
    """A reading's value as a person says it, with the name that ``--reading`` takes."""
    known = READINGS.get(name)
    if known is None or value not in known.labels:
        return value
    return known.label(value, lang)


def goal_heading(number: str, title: str, lang: str) -> str:
    """``Goal 1: Title``."""
    return ": ".join(filter(None, [f"{say('goal', lang)} {number}", title]))
