"""What is wrong with a statement, in words.

In: a ``Fault`` or ``Unexpected`` of a statement. Out: a ``Diagnostic`` that tells what was found and what was expected, in
the words of the file's surface, with a suggestion where one is near. Holds: no terminal name reaches a message.
"""

from __future__ import annotations

import unicodedata

from criteria.diagnostics import Diagnostic
from criteria.frozen import frozen
from criteria.nearest import nearest
from criteria.source import Place
from criteria.syntax.machine import Unexpected
from criteria.syntax.statements import Fault, Statement
from criteria.syntax.words import Surface, reserved, spelling, spellings

_SHOWN = 9  # expected things in one message


@frozen
class Class:
    """Things that a message names together: told by their class where all of them fit, in both languages."""

    concepts: tuple[str, ...]
    english: str
    danish: str
    examples: tuple[str, ...] = ()


_TIMES = (
    *("WEEKS_TYPE", "WORKING_DAYS_TYPE", "BANK_DAYS_TYPE", "MONTHS_TYPE", "YEARS_TYPE"),
    *("SECONDS_TYPE", "MINUTES_TYPE", "HOURS_TYPE", "DURATION_TYPE"),
)
_CLASSES = (
    Class(("NAME",), "a name", "et navn"),
    Class(("NUMBER",), "a number", "et tal"),
    Class(("TEXT",), "a text in double quotes", "en tekst i anførselstegn"),
    Class(("BY", "BEFORE", "INDEN", "AFTER", "WITHIN"), "a test of dates", "en test af datoer", ("BY", "BEFORE", "IN")),
    Class(
        ("AT_LEAST", "AT_LEAST_AS", "AT_MOST", "AT_MOST_AS", "ABOVE", "BELOW", "EQUAL_TO", "NOT_EQUAL_TO"),
        "a comparison",
        "en sammenligning",
        ("AT_LEAST", "ABOVE"),
    ),
    Class(
        (
            "DATE_TYPE",
            "NUMBER_TYPE",
            "PERCENT_TYPE",
            "KR_TYPE",
            "TEXT_TYPE",
            "YES_NO_TYPE",
            "POINT_TYPE",
            "DAYS_TYPE",
            *_TIMES,
        ),
        "a type",
        "en type",
        ("DATE_TYPE", "NUMBER_TYPE", "PERCENT_TYPE", "KR_TYPE", "DAYS_TYPE", "TEXT_TYPE", "YES_NO_TYPE", "ONE_OF"),
    ),
    Class(("ALL", "NO", "SOME"), "a quantifier", "en mængde", ("ALL", "NO", "SOME")),
    Class(("$END",), "the end of the line", "linjens slutning"),
)
# Never told by themselves: other things that are told cover them.
_UNTOLD = frozenset(
    "QUOTED SIGN IN ON FROM WITHIN BETWEEN EXACTLY GE LE GT LT NE NEG IS WAS HAS HAS_BEEN IN_EVERY PER IF_ANY ONE_OF DATE_OPENER "
    "DIFFERENCE_OF LARGER_OF SMALLER_OF COUNT_OF SUM_OF SHARE_OF PERCENT_OF NET_OF_TYPE PLUS MINUS STAR SLASH NOT UNLESS PROVIDED_THAT "
    "DAYS_FROM_TYPE WEEKS_FROM_TYPE WORKING_DAYS_FROM_TYPE BANK_DAYS_FROM_TYPE MONTHS_FROM_TYPE YEARS_FROM_TYPE "
    "EACH_HALF_YEAR_LINE EACH_QUARTER_LINE EACH_MONTH_LINE EACH_SCHOOL_YEAR_LINE EACH_A_LINE "
    "PERCENTILE MEAN_TYPE MEDIAN_TYPE WEIGHTED_TYPE SMALLEST_TYPE LARGEST_TYPE EARLIEST_TYPE LATEST_TYPE THE_TYPE FOR_TYPE "
    "ROUNDED_TYPE ROUNDED_UP_TYPE ROUNDED_DOWN_TYPE ROUNDED_UP_ALONE_TYPE ROUNDED_DOWN_ALONE_TYPE AMONG_TYPE NOT_COUNTED_LINE "
    "IN_AT_LEAST_TYPE IN_AT_MOST_TYPE IN_EXACTLY_TYPE DISTINCT_TYPE EACH_OF_TYPE "
    "A_LINE EITHER NOT_BOTH BETTER WORSE OUT_OF ORDERED_TYPE EAN_TYPE CVR_TYPE ALL_OF ANY_OF NONE_OF EXPECT_AS WITH_SAME WHERE "
    "LPAR INDEN ITS GROWTH_OF EACH_YEAR HALVED_AGAINST DOUBLED_AGAINST".split()
)
_SIGNS = {
    "EQ": "=",
    "COLON": ":",
    "COMMA": ",",
    "RPAR": ")",
    "LPAR": "(",
    "MINUS": "-",
    "PLUS": "+",
    "STAR": "*",
    "SLASH": "/",
}


def diagnose(error: Fault | Unexpected, line: Statement, surface: Surface) -> Diagnostic:
    """The diagnostic of a statement that was not understood."""
    if isinstance(error, Unexpected):
        return _unexpected(error, line, surface)
    if error.kind == "cannot-lex":
        return _unreadable(error.place, error.values["found"])
    return Diagnostic(error.kind, error.place, error.values, error.suggestion)


def _unreadable(place: Place, rest: str) -> Diagnostic:
    """A place where no word and no sign begins."""
    first = rest[0]
    if first in '"“”„»«':
        return Diagnostic("unclosed-text", place)
    if first in "'‘’":
        return Diagnostic("unclosed-name", place)
    if first in "-–−":
        return Diagnostic("minus-blanks", place, {"found": f"`{first}`"}, " - ")
    if first == ".":
        return Diagnostic("full-stop", place)
    return Diagnostic("strange-character", place, {"found": code_point(first)})


def code_point(char: str) -> str:
    """A character so that it can be told from one that looks alike."""
    shown = f"`{char}` " if char.isprintable() else ""
    return f"{shown}U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def _unexpected(error: Unexpected, line: Statement, surface: Surface) -> Diagnostic:
    values = expected(error.accepted, surface)
    opened = [token for token in line.tokens if token.type == "LPAR"]
    closed = sum(token.type == "RPAR" for token in line.tokens)
    found = "the end of the line" if error.token is None else f"`{error.token.text}`"
    if "RPAR" in error.accepted and len(opened) > closed and (error.token is None or error.token.type != "RPAR"):
        related = (line.at(opened[-1]),)
        found_da = found if error.token else "linjens slutning"
        return Diagnostic("unclosed-bracket", error.place, {"found": found, "found_da": found_da}, related=related)
    if error.token is None:
        return Diagnostic("unexpected-end", error.place, values)
    if error.token.type == "RPAR" and closed > len(opened):
        return Diagnostic("extra-bracket", error.place)
    values |= {"found": found}
    if error.token.type == "NEG":
        return Diagnostic("minus-blanks", error.place, {"found": found}, " - ")
    if "EQ" in error.accepted and "AT_LEAST" not in error.accepted and error.token.type in ("TEXT", "COLON", "IS"):
        return Diagnostic("missing-equals", error.place, values, "=")
    if error.token.type in reserved() and "NAME" in error.accepted:
        return Diagnostic("keyword-as-name", error.place, values, f"'{error.token.text}'")
    return Diagnostic("unexpected", error.place, values, near(error, line, surface))


def near(error: Unexpected, line: Statement, surface: Surface) -> str | None:
    """The keyword that the found word, with as many words after it, resembles."""
    if error.token is None or error.token.type != "NAME":
        return None
    keywords = [concept for concept in sorted(error.accepted) if _is_word(concept)]
    known = [spelling(concept, surface) for concept in keywords] + [s for c in keywords for s in spellings(c)]
    words = line.text[error.token.start :].split()[:4]
    longer = [each for each in known if " " in each and each.split()[0].lower() == words[0].lower()]
    if longer and not any(" ".join(words).lower().startswith(each.lower()) for each in longer):
        return longer[0]
    for length in range(len(words), 0, -1):
        found = nearest(" ".join(words[:length]), [each for each in known if len(each.split()) == length])
        if found:
            return found
    return None


def _is_word(concept: str) -> bool:
    from criteria import tables

    return concept in tables.words()


def expected(accepted: frozenset[str], surface: Surface) -> dict[str, str]:
    """What could stand there, in English and in Danish; keywords as the surface spells them."""
    english, danish = [], []
    told: set[str] = set()
    for each in _CLASSES:
        if set(each.concepts) <= accepted:
            told |= {*each.concepts, *each.examples}
            examples = ", ".join(f"`{spelling(concept, surface)}`" for concept in each.examples)
            english.append(f"{each.english} ({examples})" if examples else each.english)
            danish.append(f"{each.danish} ({examples})" if examples else each.danish)
    for concept in sorted(accepted - told, key=_order):
        shown = _SIGNS.get(concept) or (spelling(concept, surface) if _is_word(concept) else None)
        if shown and (concept not in _UNTOLD or not english):
            english.append(f"`{shown}`")
            danish.append(f"`{shown}`")
    return {"expected": _listed(english, "or", "another word"), "expected_da": _listed(danish, "eller", "et andet ord")}


def _order(concept: str) -> tuple[int, str]:
    """Signs first, then as the word tables list them; never by the chance order of a set."""
    from criteria import tables

    concepts = list(tables.words())
    return (concepts.index(concept) if concept in tables.words() else -1, concept)


def _listed(things: list[str], joiner: str, none: str) -> str:
    things = list(dict.fromkeys(things))
    shown = things[:_SHOWN] if len(things) <= _SHOWN + 2 else [*things[:_SHOWN], "…"]
    if len(shown) < 2:
        return shown[0] if shown else none
    return f"{', '.join(shown[:-1])} {joiner} {shown[-1]}"
