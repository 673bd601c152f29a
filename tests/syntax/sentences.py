"""Sentences in English and Danish with the shape of their tree, and a short way to write a tree."""

from __future__ import annotations

from enum import Enum
from typing import Any

from criteria.diagnostics import Diagnostic
from criteria.frozen import compared_of, names_of
from criteria.source import from_text
from criteria.syntax import tree
from criteria.syntax.parse import parse_condition

# English, Danish, the shape both have. Names are the same in both so that the shapes can be compared.
SENTENCES = [
    ("sent before medio november", "sent før medio november", "sent (before medio november)"),
    (
        "≥60% of events per area held in 2020",
        "≥60 pct. af events pr. area held i 2020",
        "share at_least 60 %: events per area held: _ (in 2020)",
    ),
    ("theory available", "theory available", "theory available"),
    (
        "theory available after 2. oktober and inden medio november",
        "theory available efter 2. oktober og inden medio november",
        "theory available (after 2. oktober) (inden medio november)",
    ),
    ("theory is available by 1. oktober", "theory er available senest 1. oktober", "theory available (by 1. oktober)"),
    ("theory is not available by K3", "theory er ikke available senest K3", "not theory available (by K3)"),
    ("held before A or after B", "held før A eller efter B", "any[held (before A); held (after B)]"),
    (
        "sum of counted / sum of planned of activities where kind is not \"x\"",
        "summen af counted / summen af planned af activities hvor kind er ikke \"x\"",
        "(sum counted of nothing / sum planned of activities where kind (is not 'x'))",
    ),
    (
        "share of activities where done at least planned",
        "andelen af activities hvor done mindst planned",
        "share of activities where done (at_least planned)",
    ),
    (
        "count of events with the same area and kind, held in 2020",
        "antallet af events med samme area og kind, held i 2020",
        "count of events same area, kind also held (in 2020)",
    ),
    (
        "the difference of budget X and accounts X, in percent of accounts X",
        "forskellen på budget X og accounts X, i procent af accounts X",
        "percent_of(difference(budget X, accounts X), accounts X)",
    ),
    (
        "the larger of deviation of income and deviation of expenses",
        "den største af deviation af income og deviation af expenses",
        "larger(deviation of income, deviation of expenses)",
    ),
    ("the smaller of a, b and c", "den mindste af a, b og c", "smaller(a, b, c)"),
    ("reached at least 60% in every area", "reached mindst 60 pct. inden for hvert area", "reached (at_least 60 %) every area"),
    (
        "rate in 2020 at least 4% above rate in 2019",
        "rate i 2020 mindst 4 pct. over rate i 2019",
        "rate in 2020 (at_least 4 % above rate in 2019)",
    ),
    ("rate in 2020 below rate of 2019", "rate i 2020 under rate af 2019", "rate in 2020 (below rate of 2019)"),
    ("rate halved against 2019", "rate halveret i forhold til 2019", "rate (halved against 2019)"),
    (
        "rate doubled against rate in 2019",
        "rate fordoblet i forhold til rate i 2019",
        "rate (doubled against rate in 2019)",
    ),
    (
        "rate each year from 2018 to 2020 higher than the last",
        "rate hvert år fra 2018 til 2020 højere end året før",
        "rate (each year 2018–2020 above the last)",
    ),
    (
        "growth of rate from 2019 to 2020 at least 4%",
        "vækst i rate fra 2019 til 2020 mindst 4 pct.",
        "growth of rate over 2019–2020 (at_least 4 %)",
    ),
    (
        "every year from 2019 to 2020 has rate at least its target",
        "hvert år fra 2019 til 2020 har rate mindst sit target",
        "every year 2019–2020: rate (at_least its target)",
    ),
    (
        "all activities have done at least as many as planned",
        "alle activities har done mindst så mange som planned",
        "all: activities: done (at_least planned)",
    ),
    (
        "all new hires, if any, have signed by 4 uger efter received",
        "alle new hires, hvis nogen, har signed senest 4 uger efter received",
        "all: new hires if any: signed (by 4 uger after received)",
    ),
    (
        "all processes are described before end of juni 2020",
        "alle processes er described før end of juni 2020",
        "all: processes: described (before «end of juni 2020»)",
    ),
    (
        "all activities where kind is not \"x\" and held have done at least 3",
        "alle activities hvor kind er ikke \"x\" og held har done mindst 3",
        "all: activities where all[kind (is not 'x'); held]: done (at_least 3)",
    ),
    ("all events are not open", "alle events er ikke open", "all: events: not open"),
    ("all events not held in 2020", "alle events ikke held i 2020", "all: events: not held (in 2020)"),
    ("all events held are not before 2020", "alle events held er ikke før 2020", "all: events held: not _ (before 2020)"),
    ("no events, if any, are not open", "ingen events, hvis nogen, er ikke open", "no: events if any: not open"),
    ("all events where kind is \"x\" are not open", "alle events hvor kind er \"x\" er ikke open",
     "all: events where kind (is 'x'): not open"),
    ("≥60% of events where a are not held before 2020", "≥60 pct. af events hvor a er ikke held før 2020",
     "share at_least 60 %: events where a: not held (before 2020)"),
    ("all events are held in every area", "alle events er held inden for hvert area", "all: events every area: held"),
    ("all events are not held in every area", "alle events er ikke held i hvert area", "all: events every area: not held"),
    ("x is not at least 5", "x er ikke mindst 5", "not x (at_least 5)"),
    ("count of events where x is not at least 5", "antallet af events hvor x er ikke mindst 5",
     "count of events where not x (at_least 5)"),
    ("all events where x is not at least 5 are held", "alle events hvor x er ikke mindst 5 er held",
     "all: events where not x (at_least 5): held"),
    ("at least 2 events held in 2020", "mindst 2 events held i 2020", "count at_least 2: events held: _ (in 2020)"),
    ("exactly 3 events", "præcis 3 events", "count equal 3: events: nothing"),
    ("no event where held", "ingen event hvor held", "no: event where held: nothing"),
    ("some event per area held", "nogle event pr. area held", "some: event per area held: nothing"),
    ("sent within 10 working days after received", "sent inden for 10 working days efter received",
     "sent (within 10 working days after received)"),
    ("held fra 1. august til 31. juli", "held fra 1. august til 31. juli", "held (in «fra 1. august til 31. juli»)"),
    ("x between 2% and 3%", "x mellem 2 pct. og 3 pct.", "x (between 2 % and 3 %)"),
    ("sent between 1. oktober and 31. december 2020", "sent mellem 1. oktober og 31. december 2020",
     "sent (between 1. oktober and 31. december 2020)"),
    ("sent in 1. oktober - 31. december 2020", "sent i 1. oktober - 31. december 2020",
     "sent (in (1. oktober - 31. december 2020))"),
    ("sent by mandag den 5. oktober", "sent senest mandag den 5. oktober", "sent (by «mandag den 5. oktober»)"),
    ("sent by 1. oktober", "sent senest den 1. oktober", "sent (by 1. oktober)"),
    ("area is one of \"a\", \"b\"", "area er en af \"a\", \"b\"", "area (is 'a', 'b')"),
    ("count is 3", "count er 3", "count (is 3)"),
    ("not (a or b)", "ikke (a eller b)", "not any[a; b]"),
    ("(a and b) or c", "(a og b) eller c", "any[all[a; b]; c]"),
    ("a unless b", "a medmindre b", "a unless b"),
    ("(a and b) unless c", "(a og b) medmindre c", "all[a; b] unless c"),
    ("a provided that b and c", "a forudsat at b og c", "a provided all[b; c]"),
    ("(a + b) * 2 > c – d", "(a + b) * 2 > c – d", "((a + b) * 2) (above (c - d))"),
    ("x at least -3", "x mindst −3", "x (at_least -3)"),
    ("mean of wait of cases at most 30", "gennemsnittet af wait af cases højst 30",
     "mean wait of cases (at_most 30)"),
    ("mean of wait weighted by size of cases at most 3", "gennemsnit af wait vægtet med size af cases højst 3",
     "mean wait by size of cases (at_most 3)"),
    ("mean of wait for cases per area at most 3", "gennemsnit af wait for cases pr. area højst 3",
     "mean wait for cases of _ per area (at_most 3)"),
    ("median of (a - b) of cases where x at least 3", "medianen af (a - b) af cases hvor x mindst 3",
     "median (a - b) of cases where x (at_least 3)"),
    ("90th percentile of wait of cases at most 3", "90-percentilen af wait af cases højst 3",
     "90percentile wait of cases (at_most 3)"),
    ("smallest wait of cases at least 3", "laveste wait af cases mindst 3", "smallest wait of cases (at_least 3)"),
    ("the highest wait of cases at most 3", "den højeste wait af cases højst 3", "largest wait of cases (at_most 3)"),
    ("earliest held of events by 2020", "tidligste held af events senest 2020", "earliest held of events (by 2020)"),
    ("latest report sent by 2020", "latest report sent senest 2020", "latest report sent (by 2020)"),
    ("(the wait of peers where name is \"A\") at most 5", "(værdien af wait af peers hvor name er \"A\") højst 5",
     "one wait of peers where name (is 'A') (at_most 5)"),
    ("number of different towns of cases at least 13", "antal forskellige towns i cases mindst 13",
     "distinct towns of cases (at_least 13)"),
    ("'by' by 2020", "'by' senest 2020", "by (by 2020)"),
    ("x at least 5 and at most 7", "x mindst 5 og højst 7", "x (at_least 5) (at_most 7)"),
]  # fmt: skip


def condition(text: str, surface: Any = "en") -> tuple[Any, list[Diagnostic]]:
    """One condition."""
    return parse_condition(from_text("line", text), surface)


def shape(node: Any) -> str:
    """A tree in few words."""
    match node:
        case None:
            return "nothing"
        case tree.Run():
            return " ".join(word.text for word in node.words) or "_"
        case tree.Text():
            return repr(node.value)
        case tree.DateWords():
            return f"«{node.text}»"
        case tree.Years():
            return f"{shape(node.first)}–{shape(node.last)}" if node.last else shape(node.first)
        case tree.Timed():
            return f"{shape(node.value)} in {shape(node.years)}"
        case tree.Growth():
            return f"growth of {shape(node.value)} over {shape(node.years)}"
        case tree.Negative():
            return f"-{shape(node.value)}"
        case tree.Binary():
            return f"({shape(node.left)} {node.op} {shape(node.right)})"
        case tree.OfChain():
            return f"{shape(node.head)} of {shape(node.of)}"
        case tree.Offset():
            return f"{shape(node.amount)} {node.direction} {shape(node.base)}"
        case tree.Function():
            return f"{node.name}({', '.join(map(shape, node.arguments))})"
        case tree.Aggregate():
            value = f" {shape(node.value)}" if node.value else ""
            weight = f" by {shape(node.weight)}" if node.weight else ""
            return f"{node.share}{node.kind}{value}{weight} of {shape(node.rows)}"
        case tree.Rows():
            parts = [shape(node.name)]
            parts += [f"per {shape(node.per)}"] if node.per else []
            parts += [f"same {', '.join(map(shape, node.same))}"] if node.same else []
            parts += [f"also {shape(node.also)}"] if node.also else []
            parts += [f"where {shape(node.where)}"] if node.where else []
            return " ".join(parts)
        case _:
            return _condition_shape(node)


def _condition_shape(node: Any) -> str:
    match node:
        case tree.DateTail() | tree.CompareTail():
            return f"({node.relation} {shape(node.operand)})"
        case tree.BetweenTail():
            return f"(between {shape(node.low)} and {shape(node.high)})"
        case tree.MarginTail():
            way = "above" if node.above else "below"
            return f"({node.relation} {shape(node.amount)} {way} {shape(node.base)})"
        case tree.AgainstTail():
            return f"({node.change} against {shape(node.base)})"
        case tree.YearlyTail():
            return f"(each year {shape(node.years)} {node.relation} the last)"
        case tree.EveryYear():
            return f"every year {shape(node.years)}: {'not ' if node.negated else ''}{shape(node.test)}"
        case tree.IsTail():
            return f"(is {'not ' if node.negated else ''}{', '.join(map(shape, node.options))})"
        case tree.Test():
            every = [f"every {shape(node.every)}"] if node.every else []
            return " ".join([shape(node.subject), *map(shape, node.tails), *every])
        case tree.Quantified():
            how = node.quantifier
            amount = f" {how.relation} {shape(how.amount)}" if how.amount else ""
            rows = (
                shape(node.rows)
                + (" if any" if node.if_any else "")
                + (f" every {shape(node.every)}" if node.every else "")
            )
            return f"{how.kind}{amount}: {rows}: {'not ' if node.negated else ''}{shape(node.test)}"
        case tree.Not():
            return f"not {shape(node.item)}"
        case tree.Unless():
            return f"{shape(node.item)} unless {shape(node.exception)}"
        case tree.ProvidedThat():
            return f"{shape(node.item)} provided {shape(node.condition)}"
        case tree.Group():
            count = f" {node.count}" if node.count else ""
            return f"{node.kind}{count}[{'; '.join(map(shape, node.items))}]"
        case tree.Quoted():
            return f"{shape(node.item)} «{node.source}»"
        case _:
            return str(node)


def dump(node: Any, indent: str = "") -> list[str]:
    """A plan's tree, a line a node; expressions and conditions in few words."""
    if isinstance(node, tree.Expr | tree.Condition | tree.Tail):  # type: ignore[arg-type]
        return [indent + shape(node)]
    if isinstance(node, tree.Word):
        return [f"{indent}{node.text}"]
    if isinstance(node, tuple):
        if node and all(isinstance(each, tree.Word) for each in node):
            return [indent + " ".join(each.text for each in node)]
        if node and all(isinstance(each, tree.DataCell) for each in node):
            return [f"{indent}| {' | '.join(each.text for each in node)} |"]
        return [line for each in node for line in dump(each, indent)]
    if not names_of(type(node)):
        return [f"{indent}{node.value if isinstance(node, Enum) else node}"]
    lines = [f"{indent}{type(node).__name__}"]
    for name in compared_of(type(node)):
        value = getattr(node, name)
        if value in (None, (), False):
            continue
        inner = dump(value, "")
        if len(inner) == 1:
            lines.append(f"{indent}  {name}: {inner[0]}")
        else:
            lines += [f"{indent}  {name}:", *(f"{indent}    {line}" for line in inner)]
    return lines
