"""Conditions and terms in few words, so that a table of cases can be read."""

from criteria.model import terms


def said(condition) -> str:
    """A condition in few words, so that a table of cases can be read."""
    match condition:
        case terms.AllOf(items=items):
            return " and ".join(said(item) for item in items) if len(items) > 1 else f"({said(items[0])})"
        case terms.AnyOf(items=items):
            return "any(" + ", ".join(said(item) for item in items) + ")"
        case terms.NumberOf(items=items):
            return "number(" + ", ".join(said(item) for item in items) + ")"
        case terms.Not(item=item):
            return f"not({said(item)})"
        case terms.Happened(value=value):
            return f"{term(value)} happened"
        case terms.Known(value=value):
            return f"{term(value)} known"
        case terms.DateTest(relation=relation, value=value, first=first, last=last):
            return f"{term(value)} {relation.value} {term(first)}" + (f" - {term(last)}" if last else "")
        case terms.Compare(relation=relation, left=left, right=right):
            return f"{term(left)} {relation.value} {term(right)}"
        case terms.Between(value=value, low=low, high=high):
            return f"{term(value)} between {term(low)} and {term(high)}"
        case terms.Quantified(quantity=quantity, relation=relation, amount=amount, test=test):
            size = f" {relation.value} {term(amount)}" if amount else ""
            any_ = " if any" if condition.if_any else ""
            return f"{quantity.value}{size} {rows(condition.rows)}{any_}[{said(test) if test else ''}]"
        case terms.EveryGroup(test=test):
            return f"every {condition.column}[{said(test)}]"
        case terms.ChosenCondition(name=name):
            return f"<{name}>"
        case terms.Matches(value=value, options=options):
            return f"{term(value)} = {'/'.join(map(term, options))}"
        case terms.Holds(value=value):
            return f"{term(value)} holds"
        case _:
            return type(condition).__name__


def term(value) -> str:
    match value:
        case terms.Fact(path=path):
            return path
        case terms.Cell(column=column, scope=scope):
            return column + "'" * scope
        case terms.Number(value=number):
            return str(number)
        case terms.TextValue(value=text):
            return f'"{text}"'
        case terms.DateValue(phrase=phrase):
            return phrase.text
        case terms.Chosen(name=name):
            return f"<{name}>"
        case terms.GroupValue():
            return "group"
        case terms.Offset(base=base, duration=duration, forward=forward):
            return f"({duration} {'after' if forward else 'before'} {term(base)})"
        case terms.Count(rows=found):
            return f"count({rows(found)})"
        case terms.Sum(rows=found, value=summed):
            return f"sum({term(summed)} of {rows(found)})"
        case terms.Share(rows=found, test=test):
            return f"share({rows(found)}: {said(test)})"
        case terms.Add(terms=parts):
            return "(" + " + ".join(map(term, parts)) + ")"
        case terms.Larger(terms=parts) | terms.Smaller(terms=parts):
            return f"{type(value).__name__.lower()}({', '.join(map(term, parts))})"
        case terms.PercentOf(value=part, base=base):
            return f"({term(part)} % of {term(base)})"
        case terms.DaysBetween(start=start, end=end):
            return f"days({term(start)}, {term(end)})"
        case terms.Subtract() | terms.Multiply() | terms.Divide() | terms.Difference():
            sign = {"Subtract": "-", "Multiply": "*", "Divide": "/", "Difference": "~"}[type(value).__name__]
            return f"({term(value.left)} {sign} {term(value.right)})"
        case _:
            return type(value).__name__


def rows(found: terms.Rows) -> str:
    return found.record + "".join(f" | {said(part)}" for part in found.where)
