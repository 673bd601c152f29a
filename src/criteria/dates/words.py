"""What each word of a date phrase means.

In: the word tables of ``grammar/words.dates.*.lark`` (concepts and their spellings). Out: spelling → (class, value):
the classes are the terminals of ``grammar/dates.lark``; a class in small letters structures the phrase and has no
value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from criteria import tables
from criteria.dates.durations import Unit

Value = int | str | Unit | None
Word = tuple[str, Value]

MONTHS = (
    "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()
)  # fmt: skip
WEEKDAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split()
SEASONS = "SPRING SUMMER AUTUMN WINTER".split()

_CLASSES: dict[str, Word] = {
    **{name: ("MONTH", number) for number, name in enumerate(MONTHS, 1)},
    **{name: ("WEEKDAY", number) for number, name in enumerate(WEEKDAYS)},
    **{name: ("SEASON", number) for number, name in enumerate(SEASONS, 1)},
    **{f"ORDINAL_{n}": ("ORDINAL", n) for n in range(1, 32)},
    **{f"COUNT_{n}": ("COUNT", n) for n in range(1, 15)},
    "PRIMO": ("PART", "primo"),
    "MEDIO": ("PART", "medio"),
    "ULTIMO": ("PART", "ultimo"),
    "BEGINNING": ("PART_OF", "primo"),
    "MIDDLE": ("PART_OF", "medio"),
    "CLOSING": ("PART_OF", "ultimo"),
    "LAST_ONE": ("LAST", -1),
    "DAYS": ("UNIT", Unit.DAYS),
    "WEEKS": ("UNIT", Unit.WEEKS),
    "MONTHS": ("UNIT", Unit.MONTHS),
    "YEARS": ("UNIT", Unit.YEARS),
    "WORKING_DAYS": ("COUNTED", Unit.WORKING_DAYS),
    "BANK_DAYS": ("COUNTED", Unit.BANK_DAYS),
    "MAUNDY_THURSDAY": ("NAMED", "skærtorsdag"),
    "GOOD_FRIDAY": ("NAMED", "langfredag"),
    "PALM_SUNDAY": ("NAMED", "palmesøndag"),
    "EASTER_DAY": ("NAMED", "påskedag"),
    "EASTER_MONDAY": ("NAMED", "2. påskedag"),
    "GREAT_PRAYER_DAY": ("NAMED", "store bededag"),
    "ASCENSION_DAY": ("NAMED", "Kristi himmelfartsdag"),
    "WHIT_DAY": ("NAMED", "pinsedag"),
    "WHIT_MONDAY": ("NAMED", "2. pinsedag"),
    "CONSTITUTION_DAY": ("NAMED", "grundlovsdag"),
    "CHRISTMAS_EVE": ("NAMED", "juleaften"),
    "CHRISTMAS_DAY": ("NAMED", "juledag"),
    "BOXING_DAY": ("NAMED", "2. juledag"),
    "NEW_YEARS_EVE": ("NAMED", "nytårsaften"),
    "NEW_YEARS_DAY": ("NAMED", "nytårsdag"),
}

# Abbreviations may carry a full stop, which then belongs to the word.
ABBREVIATIONS = frozenset(
    "jan feb febr mar apr jun jul aug sep sept okt oct nov dec man tirs tir ons tors tor fre lør søn mon tue tues wed"
    " thu thur thurs fri sat sun kv kvt d pr".split()
)
# After these a number may follow without a blank: Kv3, Q1, K2, H1, W42.
MARKS = frozenset({"quarter_mark", "quarter_letter", "half_letter", "week_letter"})


@cache
def lexicon() -> Mapping[str, Word]:
    """Every spelling, in small letters, with its class and value; no spelling belongs to two concepts."""
    known: dict[str, Word] = {}
    for concept, surfaces in tables.words("words.dates").items():
        word = _CLASSES.get(concept, (concept.lower(), None))
        for spelling in (each.lower() for spellings in surfaces.values() for each in spellings):
            if known.setdefault(spelling, word) != word:
                raise RuntimeError(f"the date word {spelling!r} means both {known[spelling]} and {word}")
    return known


@cache
def scanner() -> re.Pattern[str]:
    """The pattern of one token: words of several parts first, numbers in ASCII digits only, then words and signs."""
    several = sorted((s for s in lexicon() if not s.isalpha()), key=len, reverse=True)
    phrases = "|".join(re.escape(s).replace(r"\ ", " +") for s in several)
    return re.compile(
        rf" *(?:(?P<several>{phrases})(?![^\W_])"
        r"|(?P<ordinal>[0-9]{1,2})(?:st|nd|rd|th)(?![^\W_])"
        r"|(?P<number>[0-9]+)(?![^\W_])"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<sign>\.\.|[./,\-–—])"
        r"|(?P<junk>[0-9]*[^ ]))"
    )


def spelling(concept: str, lang: str = "en") -> str:
    """The first spelling of a concept: what the formatter writes."""
    return tables.words("words.dates")[concept][lang][0]
