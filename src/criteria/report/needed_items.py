"""The things that must still happen, in words and as data.

In: ``Item``s and their plan. Out: lines such as ``summary sent by 20 December 2020 (by 15 December 2020 under the strictest reading)``, and
plain data with ISO days and exact numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from criteria.analyse.needs.amounts import Fill, Further
from criteria.analyse.needs.sketches import Sketch
from criteria.analyse.needs.things import Days, Domain, Item, Numbers, OfFact, OfWords, Texts
from criteria.dates.calendar import is_working_day
from criteria.diagnostics import Lang
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Plan, fold
from criteria.model.types import ChoiceType, DateType, NumberType, Type, Unit, YesNoType
from criteria.report import numbers
from criteria.report.days import day_text
from criteria.report.texts import joined, say

Data = dict[str, object]


@frozen
class Words:
    """What names the plan's things."""

    plan: Plan
    facts: Facts
    lang: Lang


def item_text(item: Item, words: Words) -> str:
    """One thing, with its days."""
    match item.what:
        case OfFact(path, domain):
            kind = words.plan.facts[path].type
            return _told(words.plan.facts[path].name, item, domain, kind, words)
        case Fill(row, column, domain):
            record = words.plan.records[row.record]
            name = f"{record.name}, {row_name(words, row.record, row.number)}: {record.columns[column].name}"
            return _told(name, item, domain, record.columns[column].type, words)
        case Further(amount, among):
            return f"{_rows(amount, among, words)}{_comma(item_days(item, words))}"
        case OfWords():
            return said(item.what, words)


def _told(name: str, item: Item, domain: Domain, kind: Type, words: Words) -> str:
    if isinstance(domain, Days):
        return f"{name} {item_days(item, words)}"
    return f"{name}: {value_text(domain, kind, words.lang)}"


def _comma(text: str) -> str:
    return f", {text}" if text else ""


def item_days(item: Item, words: Words) -> str:
    """The days on which it must happen, under the default readings and the strictest."""
    lang, closes = words.lang, words.plan.record_closes
    strict = ""
    if item.strictest and item.strictest != item.by:
        strict = say("needs_strict", lang, day=day_text(item.strictest, lang))
    if day := off_day(item):
        strict += say("needs_working_day", lang, day=day_text(working_day(day), lang))
    if item.by and item.start:
        text = say("needs_between", lang, start=day_text(item.start, lang), by=day_text(item.by, lang))
    elif item.by:
        text = say("needs_by", lang, by=day_text(item.by, lang))
    elif item.start:
        text = say("needs_from", lang, start=day_text(item.start, lang))
    elif closes:
        text = say("needs_closing", lang, day=day_text(closes, lang))
    else:
        text = say("needs_any_day", lang)
    return text + strict


def off_day(item: Item) -> date | None:
    """The strictest last day, where it is no working day."""
    day = item.strictest or item.by
    return day if day and not is_working_day(day) else None


def working_day(day: date) -> date:
    """The last working day up to a day."""
    while not is_working_day(day):
        day -= timedelta(1)
    return day


def said(what: OfWords, words: Words) -> str:
    """The plan's own words, in the group that they are asked in."""
    group = ", ".join(spelt(words.plan, text) for _, text in what.group)
    told = [
        condition.text if holds else say("needs_not", words.lang, what=condition.text) for condition, holds in what.said
    ]
    text = joined(told, say("and", words.lang))
    return f"{group}: {text}" if group else text


def value_text(domain: Domain, kind: Type, lang: Lang) -> str:
    """``at least 10,000``, ``yes``, ``a or b``."""
    if isinstance(domain, Numbers):
        unit = kind.unit if isinstance(kind, NumberType) else Unit.NUMBER
        told = [
            numbers.amount(limit * unit.scale, unit, lang)
            if key == "equal"
            else say(f"needs_limit_{key}", lang, n=numbers.amount(limit * unit.scale, unit, lang))
            for key, limit in limits(domain)
        ]
        return joined(told, say("and", lang)) or say("needs_any_value", lang)
    if isinstance(domain, Texts):
        values = joined([_word(text, kind, lang) for text in sorted(domain.values)], say("or", lang))
        if domain.others:
            return say("needs_but", lang, values=values) if values else say("needs_any_value", lang)
        return values
    return ""


def limits(domain: Numbers) -> Iterator[tuple[str, Fraction]]:
    """The ends of a set of numbers, by the words of JSON."""
    low, high = domain.ends()
    points = domain.points is not None
    if low is not None and low == high:
        yield "equal", low
        return
    if low is not None:
        yield ("at_least" if points or not domain.low_open else "above"), low
    if high is not None:
        yield ("at_most" if points or not domain.high_open else "below"), high


def _word(text: str, kind: Type, lang: Lang) -> str:
    if isinstance(kind, YesNoType) and lang == "da":
        return {"yes": "ja", "no": "nej"}[text]
    return (
        next((option for option in kind.options if fold(option) == text), text)
        if isinstance(kind, ChoiceType)
        else text
    )


def _rows(amount: int, among: Iterable[tuple[Sketch, int | None]], words: Words) -> str:
    kinds = [(dict(cells_of(row, words)), most) for row, most in among]
    record = words.plan.records[next(iter(among))[0].record]
    common = shared([cells for cells, _ in kinds])
    key = "needs_rows_one" if amount == 1 else "needs_rows"
    parts = [f"{record.columns[column].name} {text}" for column, text in common.items()]
    if len(kinds) > 1:
        parts.append(
            say(
                "needs_of_these",
                words.lang,
                kinds="; ".join(_kind(record.columns, common, *one, words) for one in kinds),
            )
        )
    head = say(key, words.lang, n=amount, record=record.name)
    return f"{head}: {', '.join(parts)}" if parts else head


def _kind(columns: object, common: dict[str, str], cells: dict[str, str], most: int | None, words: Words) -> str:
    text = ", ".join(value for column, value in cells.items() if column not in common)
    return text if most is None else say("needs_at_most_count", words.lang, kind=text, n=most)


def cells_of(row: Sketch, words: Words) -> Iterator[tuple[str, str]]:
    """The columns that a new row must have a certain value in, but for its day."""
    columns = words.plan.records[row.record].columns
    for column, domain in row.cells:
        if isinstance(columns[column].type, DateType):
            continue
        text = value_text(domain, columns[column].type, words.lang)
        yield column, spelt(words.plan, text) if isinstance(domain, Texts) else text


def shared(every: list[dict[str, str]]) -> dict[str, str]:
    """What is the same in all of them."""
    first, *rest = every
    return {key: text for key, text in first.items() if all(other.get(key) == text for other in rest)}


def row_name(words: Words, record: str, number: int) -> str:
    """The first text of a row, else its number."""
    brought = words.facts.records.get(record)
    given = brought.rows[number].cells if brought else {}
    columns = words.plan.records[record].columns
    told = (
        given[key].text.strip()
        for key, column in columns.items()
        if key in given and not isinstance(column.type, DateType)
    )
    return next((text for text in told if text), str(number + 1))


def spelt(plan: Plan, text: str) -> str:
    """A folded text as the plan writes it."""
    written = [
        *(value for record in plan.records.values() for row in record.rows or () for value in row.values.values()),
        *(
            option
            for record in plan.records.values()
            for column in record.columns.values()
            if isinstance(column.type, ChoiceType)
            for option in column.type.options
        ),
    ]
    return next((one for one in written if isinstance(one, str) and fold(one) == text), text)


# ---- as data ----------------------------------------------------------------------------------------------------------


def item_data(item: Item, words: Words) -> Data:
    """One thing, by the keys of facts; a count has its amount and its group."""
    match item.what:
        case OfFact(path, domain):
            return {"fact": path} | _value_data(domain, words.plan.facts[path].type) | _days_data(item)
        case Fill(row, column, domain):
            kind = words.plan.records[row.record].columns[column].type
            where: Data = {"rows": row.record, "row": row_name(words, row.record, row.number), "column": column}
            return where | _value_data(domain, kind) | _days_data(item)
        case Further(amount, among):
            return _rows_data(amount, among, words) | _days_data(item)
        case OfWords(conditions, group):
            told: Data = {
                "conditions": [{"condition": one.text, "holds": holds, "line": _line(one)} for one, holds in conditions]
            }
            return told | ({"group": {key: spelt(words.plan, text) for key, text in group}} if group else {})


def _line(condition: t.Condition) -> int:
    return condition.place.line


def _rows_data(amount: int, among: Iterable[tuple[Sketch, int | None]], words: Words) -> Data:
    kinds = [(dict(cells_of(row, words)), most) for row, most in among]
    common = shared([cells for cells, _ in kinds])
    told: Data = {"rows": next(iter(among))[0].record, "amount": amount, "group": common}
    if len(kinds) > 1:
        told["among"] = [
            {key: text for key, text in cells.items() if key not in common} | ({} if most is None else {"most": most})
            for cells, most in kinds
        ]
    return told


def _value_data(domain: Domain, kind: Type) -> Data:
    if isinstance(domain, Numbers):
        unit = kind.unit if isinstance(kind, NumberType) else Unit.NUMBER
        return {**{key: numbers.exact(limit * unit.scale) for key, limit in limits(domain)}, "unit": unit.value}
    if isinstance(domain, Texts):
        return {"none_of" if domain.others else "one_of": [_word(text, kind, "en") for text in sorted(domain.values)]}
    return {}


def _days_data(item: Item) -> Data:
    days: list[tuple[str, date | None]] = [("from", item.start), ("by", item.by), ("strictest", item.strictest)]
    if day := off_day(item):
        days.append(("working_day", working_day(day)))
    return {key: day.isoformat() for key, day in days if day}
