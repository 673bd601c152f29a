"""What the report on needs says: what must still happen, by when, and how far it is to the next level."""

NEEDS: dict[str, tuple[str, str]] = {
    "needs_of": ("{plan}: what is still needed", "{plan}: hvad der mangler"),
    "needs_at_rest": ("If nothing more happens", "Hvis der ikke sker mere"),
    "needs_best": ("Can still be", "Kan stadig blive"),
    "needs_secured_best": ("{level} (secured)", "{level} (sikret)"),
    # a level
    "needs_secured": ("At least {level}: secured.", "Mindst {level}: sikret."),
    "needs_reachable": ("{level}: can still be reached.", "{level}: kan stadig nås."),
    "needs_lowest": ("{level}: still possible.", "{level}: stadig muligt."),
    "needs_lost": ("{level}: can no longer be reached.", "{level}: kan ikke længere nås."),
    "needs_all": ("For {level} there is still to be done:", "For {level} mangler:"),
    "needs_way": (
        "For {level} there is still to be done, way {n} of {all}:",
        "For {level} mangler, vej {n} af {all}:",
    ),
    "needs_nothing": (
        "For {level} nothing more needs to happen.",
        "For {level} behøver der ikke ske mere.",
    ),
    "needs_more": ("There are {n} more ways.", "Der er {n} veje til."),
    "needs_more_one": ("There is one more way.", "Der er en vej til."),
    "needs_cut": ("There may be more ways than were looked into.", "Der kan være flere veje, end der er set på."),
    "needs_no_way": (
        "No way can be told: what is missing hangs together too closely.",
        "Ingen vej kan angives: det, der mangler, hænger for tæt sammen.",
    ),
    "needs_keep": ("as long as: {what}", "så længe: {what}"),
    "needs_not_every_reading": (
        "not enough under every reading of the plan's words",
        "ikke nok efter alle læsninger af planens ord",
    ),
    # why no ways are told
    "needs_why_judged": ("A judgement decides this goal.", "En vurdering afgør målet."),
    "needs_why_line": (
        "The score is measured along a line; no single step is needed.",
        "Scoren måles på en linje; der er intet enkelt skridt, der mangler.",
    ),
    "needs_why_standing": ("The goal does not count.", "Målet tæller ikke med."),
    "needs_why_too-wide": (
        "The goal tests too much at once for its ways to be told.",
        "Målet prøver for meget på én gang til, at vejene kan angives.",
    ),
    "needs_why_nobody": ("Nobody is known yet whom the goal is asked of.", "Det vides endnu ikke, hvem målet gælder."),
    # days
    "needs_by": ("by {by}", "senest {by}"),
    "needs_between": ("from {start} to {by}", "fra {start} til {by}"),
    "needs_from": ("from {start} on", "fra {start}"),
    "needs_strict": (" (by {day} under the strictest reading)", " (senest {day} efter den strengeste læsning)"),
    "needs_working_day": ("; the last working day is {day}", "; sidste arbejdsdag er {day}"),
    "needs_closing": ("before the record closes on {day}", "før registreringen lukkes {day}"),
    "needs_any_day": ("on any day", "en hvilken som helst dag"),
    # amounts and values
    "needs_limit_at_least": ("at least {n}", "mindst {n}"),
    "needs_limit_above": ("above {n}", "over {n}"),
    "needs_limit_at_most": ("at most {n}", "højst {n}"),
    "needs_limit_below": ("below {n}", "under {n}"),
    "needs_any_value": ("known", "kendt"),
    "needs_but": ("anything but {values}", "alt andet end {values}"),
    "needs_rows_one": ("1 more in {record}", "1 mere i {record}"),
    "needs_rows": ("{n} more in {record}", "{n} flere i {record}"),
    "needs_of_these": ("of these: {kinds}", "af disse: {kinds}"),
    "needs_at_most_count": ("{kind} (at most {n} more count)", "{kind} (højst {n} flere tæller)"),
    "needs_not": ("not: {what}", "ikke: {what}"),
    # margins
    "needs_above": (
        "{amount} from {level}: {what}",
        "{amount} fra {level}: {what}",
    ),
    "needs_below": (
        "{amount} to spare before {level}: {what}",
        "{amount} til gode, før det bliver {level}: {what}",
    ),
}
