"""Small plans drawn at random: ``criteria.testing.plans``.

In: a surface, or either. Out: a strategy of texts. Holds: every text is a plan without errors, laid out as ``criteria format`` lays it out;
it declares what it uses and nothing else; an example shrinks towards one goal with one condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from criteria.diagnostics import Lang
from criteria.frozen import frozen

# name → its declaration, in English and in Danish
FACTS = {
    "sent": ("report sent: date", "rapport sendt (report sent): dato"),
    "received": ("received: date", "modtaget (received): dato"),
    "visitors": ("visitors: number at least 0", "besøgende (visitors): tal mindst 0"),
    "planned": ("planned visitors: number above 0", "planlagte besøgende (planned visitors): tal over 0"),
    "satisfaction": (
        "satisfaction: percent between 0% and 100%",
        "tilfredshed (satisfaction): pct. mellem 0 pct. og 100 pct.",
    ),
    "approved": ("approved: yes/no", "godkendt (approved): ja/nej"),
    "state": ('state: one of "open", "closed"', 'tilstand (state): en af "open", "closed"'),
}
LOG = (
    ("log tours", '  area: one of "North", "South"', "  held: date", "  guests: number at least 0"),
    (
        "log ture (tours)",
        '  område (area): en af "North", "South"',
        "  afholdt (held): dato",
        "  gæster (guests): tal mindst 0",
    ),
)
# condition in English and in Danish, the facts that it uses; {day}, {n} and {p} are drawn
CONDITIONS = (
    ("report sent by {day}", "rapport sendt senest {day}", ("sent",)),
    ("report sent before {day}", "rapport sendt før {day}", ("sent",)),
    ("report sent inden {day}", "rapport sendt inden {day}", ("sent",)),
    ("report sent after {day}", "rapport sendt efter {day}", ("sent",)),
    (
        "report sent within 4 weeks after received",
        "rapport sendt inden for 4 uger efter modtaget",
        ("sent", "received"),
    ),
    ("visitors at least {n}", "besøgende mindst {n}", ("visitors",)),
    ("visitors above {n}", "besøgende over {n}", ("visitors",)),
    ("visitors at most {n}", "besøgende højst {n}", ("visitors",)),
    (
        "visitors at least as many as planned visitors",
        "besøgende mindst så mange som planlagte besøgende",
        ("visitors", "planned"),
    ),
    (
        "the difference of visitors and planned visitors, in percent of planned visitors at most {p}",
        "forskellen på besøgende og planlagte besøgende, i procent af planlagte besøgende højst {p}",
        ("visitors", "planned"),
    ),
    ("satisfaction at least {p}", "tilfredshed mindst {p}", ("satisfaction",)),
    ("satisfaction between 1% and {p}", "tilfredshed mellem 1 pct. og {p}", ("satisfaction",)),
    ("approved", "godkendt", ("approved",)),
    ("not approved", "ikke godkendt", ("approved",)),
    ('state is "open"', 'tilstand er "open"', ("state",)),
    ("all tours held before {day}", "alle ture afholdt før {day}", ("tours",)),
    ("at least {p} of tours held in 2020", "mindst {p} af ture afholdt i 2020", ("tours",)),
    ("at least 2 tours per area held in 2020", "mindst 2 ture pr. område afholdt i 2020", ("tours",)),
    ("sum of guests of tours at least {n}", "summen af gæster af ture mindst {n}", ("tours",)),
)
DAYS = ("1. oktober 2020", "medio november 2020", "ultimo juni 2020", "2020-12-15", "uge 42 2020", "3. kvartal 2020")
NUMBERS = (("10", "10"), ("3", "3"), ("12,000", "12.000"), ("2.5", "2,5"))
PERCENTS = (("60%", "60 pct."), ("62.5%", "62,5 pct."), ("2%", "2 pct."), ("100%", "100 pct."))
HEADS = (("all of", "alle af"), ("any of", "nogen af"), ("none of", "ingen af"))
LEVELS = (
    ("fulfilled when", "opfyldt når"),
    ("partial when", "delvist opfyldt når"),
    ("not fulfilled when", "ikke opfyldt når"),
)
WORDS = {
    "en": ("facts", "goal", "Goal", "year", "record closes 1 February 2021"),
    "da": ("fakta", "mål", "Mål", "år", "registreringen lukkes 1. februar 2021"),
}


@frozen
class Test:
    """A drawn condition: which one, and what fills it in."""

    number: int
    day: str
    amount: tuple[str, str]
    percent: tuple[str, str]

    __test__ = False  # it is no test class of pytest


Several = tuple[tuple[str, str] | None, tuple[Test, ...]]  # the head of a list (None: all of them hold), and its items


def plans(language: Lang | None = None, *, goals: int = 3) -> st.SearchStrategy[str]:
    """The text of a small plan that ``criteria.parse`` takes, of up to so many ``goals``; English or Danish, or with None either."""
    surface: st.SearchStrategy[Lang] = st.sampled_from(("en", "da")) if language is None else st.just(language)
    level = st.tuples(
        st.one_of(st.none(), st.sampled_from(HEADS)), st.lists(_tests(), min_size=1, max_size=3).map(tuple)
    )
    goal = st.lists(level, min_size=1, max_size=3)
    return st.builds(_text, surface, st.lists(goal, min_size=1, max_size=goals), st.booleans())


def _tests() -> st.SearchStrategy[Test]:
    number = st.integers(0, len(CONDITIONS) - 1)
    return st.builds(Test, number, st.sampled_from(DAYS), st.sampled_from(NUMBERS), st.sampled_from(PERCENTS))


def _text(lang: Lang, goals: Sequence[Sequence[Several]], closes: bool) -> str:
    """The plan, laid out."""
    say = 1 if lang == "da" else 0
    facts, goal, title, year, closing = WORDS[lang]
    lines = [
        'plan "Drawn"',
        *(["  sprog dansk"] if lang == "da" else []),
        f"  {year} 2020",
        *([f"  {closing}"] if closes else []),
    ]
    used = {name for levels in goals for _, items in levels for test in items for name in CONDITIONS[test.number][2]}
    lines += ["", facts, *(f"  {both[say]}" for name, both in FACTS.items() if name in used)]
    lines += [f"  {line}" for line in LOG[say]] if "tours" in used else []
    for number, levels in enumerate(goals, 1):
        lines += ["", f'{goal} {number} "{title} {number}"']
        for words, level in zip(LEVELS, levels, strict=False):
            lines += [f"  {words[say]}", *(f"    {line}" for line in _level(level, say))]
    return "\n".join(lines) + "\n"


def _level(level: Several, say: int) -> Iterator[str]:
    """Bullets, under a head where there is one."""
    head, items = level
    if head is not None:
        yield f"- {head[say]}"
    for test in dict.fromkeys(items):
        yield f"{'' if head is None else '  '}- {_condition(test, say)}"


def _condition(test: Test, say: int) -> str:
    english, danish, _ = CONDITIONS[test.number]
    return (danish if say else english).format(day=test.day, n=test.amount[say], p=test.percent[say])
