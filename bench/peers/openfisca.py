"""OpenFisca: facts and goals are variables of a tax and benefit system; one simulation for each fact set, as its web service does."""

import numpy as np
from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables

from bench.rule import Apart, AtMost, Every, Fact, Goal, Number, Plus, Times, Whole, facts_of

PERSON = entities.Entity("person", "persons", "A plan.", "")
EVER = periods.Period((periods.DateUnit.ETERNITY, periods.Instant((1, 1, 1)), -1))


def value(term: Number | AtMost | Every, person):
    """A term over the columns of a simulation."""
    match term:
        case Fact(name):
            # Its integers have 32 bits and its numbers 24: products are made in 64.
            return person(name, EVER).astype(np.int64)
        case Whole(number):
            return number
        case Plus(left, right):
            return value(left, person) + value(right, person)
        case Times(left, right):
            return value(left, person) * value(right, person)
        case Apart(left, right):
            return np.abs(value(left, person) - value(right, person))
        case AtMost(left, right):
            return value(left, person) <= value(right, person)
        case Every(tests):
            return np.logical_and.reduce([value(test, person) for test in tests])


def variable(name: str, kind: type, formula=None) -> type:
    body = {"value_type": kind, "entity": PERSON, "definition_period": periods.DateUnit.ETERNITY, "label": name}
    return type(name, (variables.Variable,), body | ({"formula": formula} if formula else {}))


def level(goal: Goal):
    return lambda person, period: np.where(value(goal.best, person), 2, np.where(value(goal.less, person), 1, 0))


def engine(goals: dict[str, Goal]):
    system = taxbenefitsystems.TaxBenefitSystem([PERSON])
    for name in facts_of(goals):
        system.add_variable(variable(name, int))
    names = [f"goal_{name}" for name in goals]
    for name, goal in zip(names, goals.values(), strict=True):
        system.add_variable(variable(name, int, level(goal)))

    def ask(facts: dict[str, np.ndarray]) -> list[int]:
        simulation = simulations.SimulationBuilder().build_default_simulation(system, 1)
        for name, column in facts.items():
            simulation.set_input(name, EVER, column)
        return [int(simulation.calculate(name, EVER)[0]) for name in names]

    return lambda facts: {name: np.array([number]) for name, number in facts.items()}, ask
