"""CEL in C++, Google's own engine: compiled and type-checked. It reads at most 100,000 characters at once, so a large rule is several."""

from cel_expr_python import cel

from bench.rule import Goal, facts_of
from bench.rule_infix import Spelling, one_list

AT_ONCE = 200


def engine(goals: dict[str, Goal]):
    made = cel.NewEnv(variables=dict.fromkeys(facts_of(goals), cel.Type.INT))
    names = list(goals)
    parts = [{name: goals[name] for name in names[n : n + AT_ONCE]} for n in range(0, len(names), AT_ONCE)]
    programs = [made.compile(one_list(part, Spelling())) for part in parts]

    def ask(facts: object) -> list[int]:
        return [level.value() for program in programs for level in program.eval(facts).value()]

    return made.Activation, ask
