"""How often facts are found: cells that some complete world lies in have a witness, one by one and all at once."""

from itertools import islice

import pytest
from hypothesis import given, settings

import strategies as s
from criteria.analyse.witness import level_of_facts, witness
from criteria.analyse.witnesses.amounts import amount, settle
from criteria.analyse.witnesses.conditions import truth
from criteria.analyse.witnesses.days import day
from criteria.analyse.witnesses.drafts import FILE, Draft, Search
from criteria.analyse.witnesses.drafts import given as written
from criteria.analyse.witnesses.ruled_out import ruled_out
from criteria.analyse.witnesses.wanted import Part, lies
from criteria.evaluate.readings import in_force
from criteria.facts.record import Row
from criteria.ladder.diagram import at
from criteria.ladder.ladders import Ladders, ladders
from evaluate.brute import Scale, TooMany, complete_worlds

DAYS = (s.EARLY[0], s.EARLY[-1], *s.DAYS[1:7], s.LATE[3])
SCALE = Scale(DAYS, tuple(s.F(n, 2) for n in range(9)), ("a", "zz", "b"), one_kind=2, two_kinds=1)


def cells_of(case: s.Case, found: Ladders, draft: Draft) -> list[int] | None:
    """The cells that the quantities lie in; None where a fault leaves one without any."""
    readings = in_force(case.plan, {})
    search = Search(case.plan, readings, truth, amount, day, settle)
    cells = []
    for axis in found.axes:
        inside = [n for n, cell in enumerate(axis.cells) if lies(draft, Part(search, axis.quantity, cell))]
        if len(inside) != 1:
            return None
        cells += inside
    return cells


def drafts(case: s.Case) -> list[Draft]:
    """A few complete worlds of the facts."""
    try:
        worlds = list(
            islice(complete_worlds(case.plan, case.goal, case.facts, None, in_force(case.plan, {}), SCALE), 3)
        )
    except TooMany:
        return []
    return [
        Draft(
            {path: written(value) for path, value in values.items()},
            {
                key: tuple(Row({c: written(v) for c, v in row.items()}, place=FILE) for row in rows)
                for key, rows in records.items()
                if case.plan.records[key].rows is None
            },
        )
        for values, records in worlds
    ]


@pytest.mark.parametrize("theme", s.THEMES)
def test_nearly_every_cell_that_is_possible_has_a_witness(theme: str) -> None:
    tried, missed = [0, 0], [0, 0]

    @settings(max_examples=40)
    @given(s.THEMES[theme]())
    def check(case: s.Case) -> None:
        readings = in_force(case.plan, {})
        found = ladders(case.plan, case.goal, [readings])
        for draft in drafts(case):
            cells = cells_of(case, found, draft)
            if cells is None or level_of_facts(case.plan, case.goal, draft.facts(), readings) is None:
                continue
            every = [(axis.quantity, axis.cells[n]) for axis, n in zip(found.axes, cells, strict=True)]
            assert not ruled_out(every)
            for place, wanted in [*((0, [one]) for one in every), (1, every)]:
                shown = witness(case.plan, case.goal, readings, wanted)
                tried[place] += 1
                missed[place] += shown is None
                if place and shown is not None:
                    assert level_of_facts(case.plan, case.goal, shown.facts, readings) == at(found.each[0].step, cells)

    check()
    print(theme, "one by one", tried[0], "missed", missed[0], "all at once", tried[1], "missed", missed[1])
    assert tried[0] > 20
    assert missed[0] * 100 <= tried[0] * 8
    assert missed[1] * 100 <= tried[1] * 15
