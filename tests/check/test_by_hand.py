"""Trees that the parser never makes are checked without raising too."""

from criteria.check.from_syntax import check
from criteria.source import Place, from_text
from criteria.syntax import tree

AT = Place("x", 3, 1, 5)


def run(*words: str) -> tree.Run:
    return tree.Run(tuple(tree.Word(word, place=AT) for word in words), " ".join(words), place=AT)


def fact(name: str, base="number", bounds=()) -> tree.FactLine:
    return tree.FactLine((tree.Word(name, place=AT),), None, tree.TypeWords(base, (), bounds, place=AT), place=AT)


def found(condition: tree.Condition, *facts: tree.FactLine, **more) -> list[str]:
    level = tree.LevelBlock("fulfilled", condition, place=AT)
    goal = tree.GoalBlock("1", None, more.pop("definitions", ()), (level,), place=AT)
    plan = tree.PlanTree(from_text("x", ""), facts=facts, goals=(goal,), place=AT, **more)
    return [each.kind for each in check(plan)[1] if each.severity.value == "error"]


def test_a_list_without_items():
    assert found(tree.Group("all", (), place=AT)) == ["list-empty"]


def test_a_bound_that_is_none():
    bound = tree.DateTail("by", run("1", "May"), place=AT)
    other = tree.CompareTail("not_equal", run("3"), place=AT)
    assert found(tree.Test(run("a"), (), place=AT), fact("a", bounds=(bound, other))) == ["nothing-tested"]


def test_words_left_over_before_a_value():
    record = tree.RecordBlock("table", (tree.Word("t", place=AT),), None, (fact("n"),), place=AT)
    rows, all_ = tree.Rows(run("t", "x"), place=AT), tree.Quantifier("all", place=AT)
    test = tree.Test(tree.Negative(run("n"), place=AT), (tree.CompareTail("above", run("0"), place=AT),), place=AT)
    assert found(tree.Quantified(all_, rows, test, place=AT), records=(record,)) == []


def test_a_definition_without_a_body():
    empty = tree.Definition(run("d"), place=AT)
    assert found(tree.Test(run("d"), place=AT), definitions=(empty,)) == []
