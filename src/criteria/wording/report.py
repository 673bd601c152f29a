"""What the reports say: sentences of diagnostics, and the labels of verdicts."""

from criteria.wording.follow_up import FOLLOW_UP

SENTENCES: dict[str, tuple[str, str]] = {}

LABELS: dict[str, tuple[str, str]] = {
    **FOLLOW_UP,
    # levels
    "fulfilled": ("fulfilled", "opfyldt"),
    "partial": ("partially fulfilled", "delvist opfyldt"),
    "not_fulfilled": ("not fulfilled", "ikke opfyldt"),
    "or": ("or", "eller"),
    "and": ("and", "og"),
    "open": ("open", "uafgjort"),
    # truths
    # headings and columns
    "goal": ("Goal", "Mål"),
    "number": ("No.", "Nr."),
    "fulfilment": ("Fulfilment", "Opfyldelse"),
    "score": ("Score", "Score"),
    "decides": ("What decides", "Det afgør"),
    "remark": ("Remark", "Bemærkning"),
    "as_of": ("as of {day}", "pr. {day}"),
    "no_as_of": ("no as-of date", "ingen skæringsdato"),
    "source_of_plan": ("taken from {name}", "taget fra {name}"),
    "readings": ("Readings", "Læsninger"),
    "depends": ("Depends on the reading of {names}:", "Afhænger af læsningen af {names}:"),
    "depends_short": ("depends on the reading of {names}", "afhænger af læsningen af {names}"),
    "in_force": ("read here with {readings}", "læst her med {readings}"),
    "missing": ("Missing:", "Mangler:"),
    "assumed": ("Taken not to have happened:", "Regnes for ikke sket:"),
    "assumed_helps": (
        "Taken not to have happened, which helps the verdict; check it:",
        "Regnes for ikke sket, og det hjælper resultatet; kontrollér:",
    ),
    "fault": ("Cannot be computed:", "Kan ikke beregnes:"),
    "empty-group": ("{about}: there are no rows to count ({place})", "{about}: der er ingen rækker at tælle ({place})"),
    "zero-divisor": ("{about}: division by zero ({place})", "{about}: der divideres med nul ({place})"),
    "widened": (
        "The answer may be wider than it need be: the goal's tests share more uncertain facts than are cut jointly.",
        "Svaret kan være bredere end nødvendigt: målets krav deler flere usikre oplysninger, end der regnes samlet på.",
    ),
    "readings_cut": (
        "More than 64 combinations of readings: they were varied one at a time.",
        "Mere end 64 kombinationer af læsninger: de er varieret én ad gangen.",
    ),
    "tally": ("{count} {level}", "{count} {level}"),
    "no_goals": ("The plan has no goals.", "Planen har ingen mål."),
    "when": ("{level} when", "{level} når"),
    "used_here": ("used here", "brugt her"),
    "all_hold": ("every condition holds", "alle betingelser holder"),
    "line": ("line {line}", "linje {line}"),
    # values
    "value_unknown": ("unknown", "ukendt"),
    "value_never": ("never", "aldrig"),
    "after_as_of": ("after the as-of date", "efter skæringsdatoen"),
    "of": ("{part} of {whole}", "{part} af {whole}"),
    "value_missing": ("not given", "ikke oplyst"),
    # units
    "percentage_points": ("{n} percentage points", "{n} procentpoint"),
    "percentage_point": ("{n} percentage point", "{n} procentpoint"),
    "percent": ("{n}%", "{n} pct."),
    "kr": ("{n} kr", "{n} kr"),
    "days": ("{n} days", "{n} dage"),
    "day": ("{n} day", "{n} dag"),
    # margins: a positive one is on the passing side
    "to_spare": ("{amount} to spare", "{amount} til gode"),
    "missed_by": ("missed by {amount}", "{amount} uden for grænsen"),
    "on_limit": ("exactly on the limit", "præcis på grænsen"),
    "at_least_to_spare": ("at least {amount} to spare", "mindst {amount} til gode"),
    "at_most_to_spare": ("at most {amount} to spare", "højst {amount} til gode"),
    "at_least_missed": ("missed by at least {amount}", "mindst {amount} uden for grænsen"),
    "at_least": ("at least {amount}", "mindst {amount}"),
    "at_most": ("at most {amount}", "højst {amount}"),
    "from_to": ("between {low} and {high}", "mellem {low} og {high}"),
    # date
    "boundary": ("the end of {day}", "udgangen af {day}"),
    "until": ("up to and including {day}", "til og med {day}"),
    "since": ("from {day}", "fra {day}"),
    "other_readings": ("Other readings:", "Andre læsninger:"),
    # check, format, test
    "no_findings": ("no findings", "ingen fund"),
    "error_1": ("1 error", "1 fejl"),
    "errors": ("{n} errors", "{n} fejl"),
    "warning_1": ("1 warning", "1 advarsel"),
    "warnings": ("{n} warnings", "{n} advarsler"),
    "notice_1": ("1 notice", "1 bemærkning"),
    "notices": ("{n} notices", "{n} bemærkninger"),
    "check_shows": ("criteria check shows them", "criteria check viser dem"),
    "would_change": ("would be laid out anew", "ville få nyt opsæt"),
    "changed": ("laid out anew", "har fået nyt opsæt"),
    "expected_got": ("expected {expected}, got {got}", "ventede {expected}, fik {got}"),
    "with": ("with", "med"),
    "passed_failed": ("{passed} passed, {failed} failed", "{passed} bestået, {failed} fejlet"),
    "no_examples": ("the plan has no examples", "planen har ingen eksempler"),
    "untouched_levels": ("No example reaches these levels:", "Intet eksempel når disse niveauer:"),
    "untouched_sides": (
        "No example shows these conditions from this side:",
        "Intet eksempel viser disse betingelser fra denne side:",
    ),
    "never_true": ("holding", "som holder"),
    "never_false": ("failing", "som ikke holder"),
    # facts
    "goals": ("goals {goals}", "mål {goals}"),
    "goal_one": ("goal {goals}", "mål {goals}"),
    "log": ("log", "log"),
    "table": ("table", "tabel"),
    "no_facts": ("the plan asks for no facts", "planen beder ikke om oplysninger"),
    "plan_digest": ("plan {file}, SHA-256 {digest}", "plan {file}, SHA-256 {digest}"),
}

MONTHS: tuple[tuple[str, ...], tuple[str, ...]] = (
    tuple("January February March April May June July August September October November December".split()),
    tuple("januar februar marts april maj juni juli august september oktober november december".split()),
)
