"""What the comparison of two plans says."""

LABELS: dict[str, tuple[str, str]] = {
    "diff_of": ("From {old} to {new}: where the levels differ", "Fra {old} til {new}: hvor niveauerne er forskellige"),
    "diff_under": (
        "compared are complete facts from which all can be computed, under every reading, without a date of the report",
        "der sammenlignes fuldstændige oplysninger, hvor alt kan beregnes, under alle læsninger, uden en skæringsdato",
    ),
    "diff_status": ("The two plans", "De to planer"),
    "diff_agree": ("agree everywhere", "er enige overalt"),
    "diff_differ": ("differ", "er uenige"),
    "diff_unknown": ("no difference found: {why}", "ingen forskel fundet: {why}"),
    "diff_added": ("only in {new}", "kun i {new}"),
    "diff_removed": ("only in {old}", "kun i {old}"),
    "why_too_wide": (
        "there is too much to compare, so they may differ",
        "der er for meget at sammenligne, så de kan være uenige",
    ),
    "why_no_ladder": (
        "scores along a line and judged goals are compared by their words alone, and those differ",
        "score langs en linje og mål, der vurderes, sammenlignes kun på ordene, og de er forskellige",
    ),
    "why_not_confirmed": (
        "they look different, but no facts were found that show it",
        "de ser forskellige ud, men der er ikke fundet oplysninger, der viser det",
    ),
    "why_each": (
        "they are asked of others or in other periods",
        "de stilles til andre eller i andre perioder",
    ),
    "why_beneath": (
        "facts or tables that they look at are declared otherwise, so they may differ",
        "oplysninger eller tabeller, de ser på, er anderledes, så de kan være uenige",
    ),
    "diff_facts": ("With these facts", "Med disse oplysninger"),
    "diff_no_facts": ("no facts at all", "ingen oplysninger"),
    "diff_more_rows": ("… {n} rows in all", "… {n} rækker i alt"),
    "diff_all_readings": ("every reading", "alle læsninger"),
    "diff_unconfirmed": (
        "Also looked for, and not found: facts that give {pairs}.",
        "Også søgt, men ikke fundet: oplysninger, der giver {pairs}.",
    ),
    "diff_pair": ("{old} before and {new} now", "{old} før og {new} nu"),
    "diff_elsewhere": (
        "There is no other difference: all other facts give one of these pairs of levels, or the same level in both.",
        "Der er ingen anden forskel: alle andre oplysninger giver et af disse par af niveauer, eller det samme niveau i begge.",
    ),
    "diff_where": ("Wherever", "Hver gang"),
    "range_yes": ("yes", "ja"),
    "range_no": ("no", "nej"),
    "any_day": ("any day", "en hvilken som helst dag"),
    "until_day": ("{day} or earlier", "{day} eller tidligere"),
    "from_day": ("{day} or later", "{day} eller senere"),
    "range_above": ("above {amount}", "over {amount}"),
    "range_from": ("at least {amount}", "mindst {amount}"),
    "range_below": ("below {amount}", "under {amount}"),
    "range_to": ("at most {amount}", "højst {amount}"),
    "any_number": ("any number", "et hvilket som helst tal"),
    "any_text": ("any text", "en hvilken som helst tekst"),
    "any_text_but": ("any text but {names}", "enhver tekst undtagen {names}"),
    "diff_written": ("{count} files of facts in {folder}", "{count} filer med oplysninger i {folder}"),
    "diff_written_one": ("1 file of facts in {folder}", "1 fil med oplysninger i {folder}"),
}
SENTENCES: dict[str, tuple[str, str]] = {
    "two-plans": (
        "criteria diff takes two plans, the old and the new one; found {found}",
        "criteria diff tager to planer, den gamle og den nye; fandt {found}",
    ),
}
DIFF = (
    """\
usage: criteria diff OLD NEW [options]

On which facts two versions of a plan give different levels, goal by goal, with facts that show it; where they agree.

  OLD, NEW              plans; - reads standard input
  --write-witness FOLDER
                        writes the facts of each difference there as a file that both plans can be evaluated with
  --format FORMAT       text (default), json, markdown or html
  --output FILE         write there, in one step
  --lang en|da          the language of the report; by default that of the newer plan
  -h, --help            this text

exit: 0 all goals agree everywhere, 1 a goal differs or may differ, 2 a plan that cannot be used
""",
    """\
brug: criteria diff FØR NU [valg]

Med hvilke oplysninger to udgaver af en plan giver forskellige niveauer, mål for mål, med oplysninger,
der viser det; og hvor de er enige.

  FØR, NU               planer; - læser standardinput
  --write-witness MAPPE
                        skriver oplysningerne til hver forskel dér, som en fil, begge planer kan bedømmes med
  --format FORMAT       text (standard), json, markdown eller html
  --output FIL          skriv der, i ét skridt
  --lang en|da          rapportens sprog; ellers den nyere plans
  -h, --help            denne tekst

slutkode: 0 alle mål er enige overalt, 1 et mål er uenigt eller kan være det, 2 en plan, der ikke kan bruges
""",
)
