"""From what is written to what is given: names found, values typed.

In: the parts of all files, and the plan. Out: for each fact and record what one place gives; diagnostics for the
rest. Nothing is merged here, so that ``load`` can name both places where two disagree.
"""

from __future__ import annotations

from datetime import date

from criteria.diagnostics import Diagnostic
from criteria.facts.days import clock_of
from criteria.facts.decisions import gathered, is_decision, spared
from criteria.facts.naming import Names, Speller, Target, column_names, is_value, plan_names
from criteria.facts.record import Exactly, Given, Nothing, Possible, RecordRows, Row
from criteria.facts.refusal import shown
from criteria.facts.values import UNKNOWN, Setting, read_choice_of, read_value, setting
from criteria.facts.written import Keyed, Listed, Node, Part, Written, kind_of
from criteria.frozen import evolve, field, frozen
from criteria.model.plan import Plan, Record, fold
from criteria.model.types import DateType, Type
from criteria.source import Place


@frozen
class Claim:
    """What one place says about one fact or record."""

    key: str
    given: Given | RecordRows
    place: Place = field(eq=False)
    decides: bool = False  # rows of judgements or overrides, not of a record of the plan


def gather(parts: list[Part], plan: Plan) -> tuple[list[Claim], list[Diagnostic]]:
    """All claims of all parts, in order."""
    names, claims, found = plan_names(plan), list[Claim](), list[Diagnostic]()
    for part in parts:
        gatherer = _Gatherer(names, plan, setting(plan, part.locale))
        claims += gatherer.part(gathered(part, plan).node)
        found += gatherer.diagnostics
    return claims, found


class _Gatherer:
    """Reads one part: one file, or one sheet of a workbook."""

    def __init__(self, names: Names[Target], plan: Plan, where: Setting) -> None:
        self.names, self.plan, self.where = names, plan, where
        self.diagnostics: list[Diagnostic] = []
        self.clocks: dict[str, Place] = {}
        self.read: dict[tuple[str, str, bool], Possible] = {}  # a log says the same few things many times

    def part(self, node: Keyed) -> list[Claim]:
        speller, claims = Speller(self.names), list[Claim]()
        for target, key, value in speller.spell(node):
            given = self.rows(target.record, key, value) if target.record else self.fact(target.key, key, value)
            if given:
                decides = target.record is not None and is_decision(target.record)
                place = value.place if isinstance(value, Written) else key.place
                claims.append(Claim(target.key, given, place, decides))
        self.diagnostics += speller.found
        return claims

    def fault(self, kind: str, place: Place, suggestion: str | None = None, **values: str) -> None:
        self.diagnostics.append(Diagnostic(kind, place, values, suggestion))

    # ---- single facts

    def fact(self, path: str, key: Written, node: Node) -> Given | None:
        return self.value(node, self.plan.facts[path].type, path, key.place)

    def value(self, node: Node, type_: Type, name: str, place: Place) -> Given | None:
        """A text, a list of alternatives, or a value with the day from which it was known."""
        if isinstance(node, Keyed):
            if is_value(node):
                return self.dated_value(node, type_, name, place)
            self.fault("value-expected", node.place, fact=name, found=kind_of(node)[0], fundet=kind_of(node)[1])
            return None
        if isinstance(node, Written):
            possible = self.text(node, type_, name)
            return Given(possible, node.text, place=node.place) if possible else None
        items = [item for item in node.items if isinstance(item, Written)]
        if len(items) < len(node.items) or not items:
            self.fault("value-expected", node.place, fact=name, found=kind_of(node)[0], fundet=kind_of(node)[1])
            return None
        possible, found = read_choice_of(items, type_, name, node.place, self.where)
        self.diagnostics += found
        return Given(possible, ", ".join(i.text for i in items), place=node.place) if possible else None

    def dated_value(self, node: Keyed, type_: Type, name: str, place: Place) -> Given | None:
        """``{value: X, known from: D}``."""
        by_role: dict[str, list[Node]] = {"value": [], "known from": []}
        for key, inner in node.entries:
            by_role["value" if fold(key.text) in ("value", "værdi") else "known from"].append(inner)
        if len(by_role["value"]) != 1 or len(by_role["known from"]) > 1:
            self.fault("one-value-expected", node.place, fact=name)
            return None
        given = self.value(by_role["value"][0], type_, name, place)
        if not given or not by_role["known from"]:
            return given
        day = self.known_from(by_role["known from"][0], name)
        return evolve(given, known_from=day) if day else None

    def known_from(self, node: Node, name: str) -> date | None:
        given = self.value(node, DateType(), f"{name} known from", node.place)
        if given is None:
            return None
        if isinstance(given.possible, Exactly) and isinstance(given.possible.value, date):
            return given.possible.value
        self.fault("known-from-a-day", node.place, fact=name, found=shown(given.text))
        return None

    def text(self, written: Written, type_: Type, name: str) -> Possible | None:
        seen = (name, written.text, written.exact)
        if seen in self.read:
            return self.read[seen]
        if isinstance(type_, DateType):
            self.clock(written)
        possible, found = read_value(written, type_, name, self.where)
        self.diagnostics += found
        if possible and not found:
            self.read[seen] = possible
        return possible

    def clock(self, written: Written) -> None:
        """Moments with and without a time zone in one file: the latter may be meant in any zone (trust.md B15)."""
        clock = clock_of(written.text)
        if not clock:
            return
        other = self.clocks.get("local" if clock == "zone" else "zone")
        if other and clock not in self.clocks:
            self.diagnostics.append(
                Diagnostic("mixed-clocks", written.place, {"found": shown(written.text)}, related=(other,))
            )
        self.clocks.setdefault(clock, written.place)

    # ---- records

    def rows(self, record: Record, key: Written, node: Node) -> RecordRows | None:
        if record.rows is not None:
            self.fault("record-fixed-by-plan", key.place, record=record.key)
            return None
        if isinstance(node, Written) and fold(node.text) in UNKNOWN:
            return None
        if isinstance(node, Written) and not node.text.strip():
            self.fault("rows-empty", node.place, "[]", record=record.key)
            return None
        if not isinstance(node, Listed):
            self.fault("rows-expected", node.place, record=record.key, found=kind_of(node)[0], fundet=kind_of(node)[1])
            return None
        speller = Speller(column_names(record), record.key)
        before = len(self.diagnostics)
        rows = [self.row(record, speller, item) for item in node.items]
        if is_decision(record):
            self.diagnostics[before:] = [each for each in self.diagnostics[before:] if not spared(each)]
        self.diagnostics += speller.found
        return RecordRows(tuple(row for row in rows if row), place=key.place)

    def row(self, record: Record, speller: Speller[str], node: Node) -> Row | None:
        if not isinstance(node, Keyed):
            self.fault("row-expected", node.place, record=record.key, found=kind_of(node)[0], fundet=kind_of(node)[1])
            return None
        cells: dict[str, Given] = {}
        for column, key, value in speller.spell(node):
            declared = record.columns[column]
            if declared.computed is not None:
                self.fault("column-computed", key.place, record=record.key, column=column)
                continue
            given = self.value(value, declared.type, f"{record.key}: {column}", key.place)
            if given and column in cells and cells[column] != given:
                values = {
                    "fact": f"{record.key}: {column}",
                    "one": shown(cells[column].text),
                    "other": shown(given.text),
                }
                self.diagnostics.append(Diagnostic("conflict", given.place, values, related=(cells[column].place,)))
            elif given and not isinstance(given.possible, Nothing):
                cells[column] = given
        return Row(cells, place=node.place)
