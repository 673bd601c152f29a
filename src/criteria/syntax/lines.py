"""Builders of the lines that are no conditions: headings, facts, columns, settings.

In: the parts of a parse tree's node. Out: nodes of ``tree``, or small records that ``blocks.py`` completes with the deeper
lines. Holds: nothing is looked up; a line gives what it says.
"""

from __future__ import annotations

from typing import Any, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.list_heads import ListHead
from criteria.syntax.machine import Builder, Parts, Spot, kind, nodes, tokens
from criteria.syntax.statements import Fault
from criteria.syntax.totals import TOTALS, section_heading
from criteria.syntax.values import as_value, in_years, text_of, word

UNITS_OF_TIME = (
    *("days", "weeks", "working_days", "bank_days", "months", "years"),
    *("seconds", "minutes", "hours"),
)
_BASES: dict[str, Any] = {
    "DATE_TYPE": "date",
    "NUMBER_TYPE": "number",
    "PERCENT_TYPE": "percent",
    "POINT_TYPE": "percentage_point",
    "KR_TYPE": "kr",
    **{f"{unit.upper()}_TYPE": unit for unit in UNITS_OF_TIME},
    "TEXT_TYPE": "text",
    "DURATION_TYPE": "duration",
    "YES_NO_TYPE": "yes_no",
    "ONE_OF": "choice",
    "ORDERED_TYPE": "ordered",
    "EAN_TYPE": "ean",
    "CVR_TYPE": "cvr",
}
LEVELS: dict[str, Literal["fulfilled", "partial", "not_fulfilled"]] = {
    "FULFILLED": "fulfilled",
    "PARTIAL": "partial",
    "NOT_FULFILLED": "not_fulfilled",
}


@frozen
class Heading:
    """A line that opens a block or says one thing about it."""

    kind: str
    value: Any
    place: Place


@frozen
class Name:
    words: tuple[tree.Word, ...]
    key: tuple[tree.Word, ...] | None


@frozen
class LevelLine:
    name: tree.LevelWords
    condition: Any  # a condition, a ListHead or nothing
    place: Place


def _heading(name: str, value: Any = None) -> Builder:
    """A heading whose value is its one built part, or what ``value`` makes of the parts."""

    def builder(spot: Spot, parts: Parts) -> Heading:
        return Heading(name, value(spot, parts) if value else next(iter(nodes(parts)), None), spot.place)

    return builder


def _text(spot: Spot, parts: Parts) -> tree.Text | None:
    return next((text_of(spot.line, each) for each in tokens(parts, "TEXT")), None)


def _texts(spot: Spot, parts: Parts) -> tuple[tree.Text, ...]:
    return tuple(text_of(spot.line, each) for each in tokens(parts, "TEXT"))


def _language(spot: Spot, parts: Parts) -> str:
    return "da" if tokens(parts, "DANISH_TYPE") else "en"


def _year(spot: Spot, parts: Parts) -> tree.Run:
    spot.line.dates.append((parts[0].end, spot.end))
    year: tree.Run = parts[1]
    return year


def _closing(spot: Spot, parts: Parts) -> tree.ClosingLine:
    stretch, length, end = nodes(parts)
    return tree.ClosingLine(stretch, length, end, place=spot.place)


def _day(spot: Spot, parts: Parts) -> tree.Run:
    spot.line.dates.append((spot.start, spot.end))
    day: tree.Run = parts[-1]
    return day


def _goal(spot: Spot, parts: Parts) -> tuple[str, tree.Text | None, tree.ForEach | None]:
    number, *rest = nodes(parts)
    return number.text.rstrip("."), _text(spot, parts), next(iter(rest), None)


def _for_each(spot: Spot, parts: Parts) -> tree.ForEach:
    """The subject, the kind of period, or both; ``from`` is the second of a pair."""
    built = nodes(parts)
    subject = next((part for part in built if isinstance(part, tree.Run)), None)
    kind = next((part for part in built if isinstance(part, str)), None)
    since = next((part.value for part in built if isinstance(part, Heading)), None)
    return tree.ForEach(subject, kind, since, place=spot.place)  # type: ignore[arg-type]


def _since(spot: Spot, parts: Parts) -> Heading:
    """``from 2019``: the words of a date, left as they are by the formatter."""
    spot.line.dates.append((parts[0].end, spot.end))
    return Heading("since", parts[1], spot.place)


def _period_kind(spot: Spot, parts: Parts) -> str:
    return str(parts[0].type).removesuffix("_LINE").removeprefix("EACH_").lower()


_MONTHS = {"BY_MONTH_LINE": 1, "BY_QUARTER_LINE": 3, "BY_HALF_YEAR_LINE": 6, "BY_YEAR_LINE": 12}


def _schedule(spot: Spot, parts: Parts) -> Heading:
    """``schedule activities by quarter until 21 November 2019``."""
    name, *until = nodes(parts)
    by = tokens(parts, *_MONTHS)[0]
    grid = tree.Grid(_MONTHS[by.type], next(iter(until), None), place=spot.place)
    return Heading("table", [name, grid], spot.place)


def _record(spot: Spot, parts: Parts) -> Heading:
    """The name of a log or table, and what one of its rows is called."""
    return Heading("log" if parts[0].type == "LOG_LINE" else "table", tuple(nodes(parts)), spot.place)


def _name(spot: Spot, parts: Parts) -> Name:
    names = nodes(parts)
    return Name(names[0], names[1] if len(names) > 1 else None)


def _type(spot: Spot, parts: Parts) -> tree.TypeWords:
    base = _BASES[parts[0].type]
    built = nodes(parts)
    listed = base in ("choice", "ordered")
    choices = built[0] if listed else ()
    bounds = () if listed else tuple(built)
    return tree.TypeWords(
        base, choices, bounds, bool(tokens(parts, "WHEN_TYPE")), bool(tokens(parts, "RECORDED_TYPE")), place=spot.place
    )


def _fact(spot: Spot, parts: Parts) -> tree.FactLine:
    name, *per, words = nodes(parts)
    return tree.FactLine(name.words, name.key, words, _text(spot, parts), per[0] if per else (), place=spot.place)


def _column(spot: Spot, parts: Parts) -> tree.ComputedColumn:
    name, condition = nodes(parts)
    value = as_value(condition) or in_years(condition)
    if value is None:
        raise Fault("condition-as-value", condition.place)
    return tree.ComputedColumn(name.words, name.key, value, place=spot.place)


def _setting(spot: Spot, parts: Parts) -> tree.ReadingLine:
    """The last word, or the text, is the value; those before it are the reading's name."""
    words = [word(spot.line, part).text for part in parts if kind(part) != "TEXT"]
    text = _text(spot, parts)
    if text is None and len(words) < 2:
        raise Fault("no-reading-value", spot.place, found=" ".join(words))
    value = text.value if text else words.pop()
    return tree.ReadingLine(" ".join(words), value, place=spot.place)


def _level(spot: Spot, parts: Parts) -> LevelLine:
    condition = next(iter(nodes(parts)), None)
    return LevelLine(LEVELS[parts[0].type.removesuffix("_LINE")], condition, spot.place)


def _definition(spot: Spot, parts: Parts) -> tree.Definition:
    """``define NAME [of X] [per COLUMN] [= VALUE]``."""
    name, *rest = nodes(parts)
    per = rest[0] if tokens(parts, "PER") else None
    parameter = next((word(spot.line, each) for each in tokens(parts, "NAME")), None)
    body = rest[-1] if tokens(parts, "EQ") else None
    return tree.Definition(name, parameter, per, _value(body), place=spot.place)


def _value(body: Any) -> Any:
    """A value where it can be one, else the condition."""
    if body is None or isinstance(body, ListHead):
        return body
    value = as_value(body)
    return body if value is None else value


def _alternative(spot: Spot, parts: Parts) -> tree.DefinitionReading:
    name = _text(spot, parts)
    assert name
    return tree.DefinitionReading(name, _value(nodes(parts)[0]), place=spot.place)


def _expect(spot: Spot, parts: Parts) -> tree.Expectation:
    goal, *rest = nodes(parts)
    settings = tuple(part for part in rest if isinstance(part, tree.ReadingLine))
    levels: tuple[tree.LevelWords, ...] = tuple(part for part in rest if not isinstance(part, tree.ReadingLine))
    return tree.Expectation(goal.text.rstrip("."), settings, levels, _text(spot, parts), place=spot.place)


def _goal_word(spot: Spot, parts: Parts) -> tree.Run:
    one = word(spot.line, parts[0])
    return tree.Run((one,), one.text, place=spot.place)


def _first(spot: Spot, parts: Parts) -> Any:
    return parts[0]


LINES: dict[str, Builder] = {
    **dict.fromkeys(
        ("top_line", "header_line", "fact_line", "record_line", "setting_line", "goal_line", "definition_line"), _first
    ),
    **dict.fromkeys(("bullet", "source_line", "example_line", "section_line"), _first),
    **TOTALS,
    "plan": _heading("plan", _text),
    "facts": _heading("facts"),
    "readings": _heading("readings"),
    "example": _heading("example", _text),
    "goal": _heading("goal", _goal),
    "section": _heading("section", section_heading),
    "year": _heading("year", _year),
    "period": _heading("period"),
    "record_closes": _heading("record_closes"),
    "closing": _heading("closing", _closing),
    "language": _heading("language", _language),
    "source": _heading("source", _text),
    "file_source": _heading("source", _texts),
    "given": _heading("given"),
    "as_of": _heading("as_of"),
    "expect": _heading("expect"),
    "day": _day,
    "fact_group": _heading("fact_group"),
    "record": _record,
    "schedule": _schedule,
    "for_each": _for_each,
    "for_each_period": _period_kind,
    "period_kind": _period_kind,
    "since": _since,
    "name": _name,
    "words": lambda spot, parts: tuple(word(spot.line, part) for part in parts),
    "type": _type,
    "fact": _fact,
    "column": _column,
    "setting": _setting,
    "level": _level,
    "definition": _definition,
    "alternative": _alternative,
    "given_line": _first,
    "expect_line": _expect,
    "goal_word": _goal_word,
    "expected": lambda spot, parts: LEVELS[parts[0].type.removesuffix("_LEVEL")],
}
