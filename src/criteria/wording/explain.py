"""What the report on a sufficient reason says."""

LABELS: dict[str, tuple[str, str]] = {
    "explanation_of": ("{plan}: why {goal} is what it is", "{plan}: hvorfor {goal} står, som det gør"),
    "stands_at": ("{goal}: {levels}", "{goal}: {levels}"),
    "alone_settle": (
        "These facts alone settle it. Whatever all the other facts may be, the goal stays the same:",
        "Disse oplysninger afgør det alene. Uanset hvad alle andre oplysninger er, ændrer målet sig ikke:",
    ),
    "alone_exclude": (
        "The goal is open. These facts alone rule out {out}. Whatever all the other facts may be, nothing more stays possible:",
        "Målet er uafgjort. Disse oplysninger udelukker alene {out}. Uanset hvad alle andre oplysninger er, bliver intet mere muligt:",
    ),
    "alone_narrow": (
        "The goal is open. These facts alone leave no more than this possible, whatever all the other facts may be:",
        "Målet er uafgjort. Disse oplysninger lader alene ikke mere end dette stå åbent, uanset hvad alle andre oplysninger er:",
    ),
    "no_fact_needed": (
        "No fact is needed: with everything unknown the goal would be the same.",
        "Ingen oplysning er nødvendig: målet ville stå på samme måde, selv om alt var ukendt.",
    ),
    "kept_what": ("Fact", "Oplysning"),
    "kept_says": ("Says", "Siger"),
    "kept_where": ("Where", "Hvor"),
    "kept_absent": (
        "not given, and the record is closed: it did not happen",
        "ikke oplyst, og registreringen er lukket: det er ikke sket",
    ),
    "kept_absent_by": ("not given: it had not happened by {day}", "ikke oplyst: det var ikke sket pr. {day}"),
    "kept_row": ("1 row", "1 række"),
    "kept_rows": ("{n} rows", "{n} rækker"),
    "kept_some_rows": ("any {n} of {alike} rows that are alike", "{n} af {alike} ens rækker, ligegyldigt hvilke"),
    "kept_some_row": ("any one of {alike} rows that are alike", "én af {alike} ens rækker, ligegyldigt hvilken"),
    "kept_record": ("these {n} rows and no others", "disse {n} rækker og ingen andre"),
    "kept_record_one": ("this row and no other", "denne række og ingen anden"),
    "kept_record_none": ("no rows", "ingen rækker"),
    "kept_record_by": ("{what}, up to {day}", "{what}, indtil {day}"),
    "pieces_kept": ("{size} of {pieces} pieces of what is known.", "{size} af {pieces} enkelte oplysninger."),
    "pieces_kept_one": ("1 of {pieces} pieces of what is known.", "1 af {pieces} enkelte oplysninger."),
    "standing_smallest": ("No fewer would do.", "Færre er ikke nok."),
    "standing_minimal": (
        "None of them can be left out. Whether fewer others would do was not searched to the end.",
        "Ingen af dem kan undværes. Om færre andre er nok, er ikke undersøgt til ende.",
    ),
    "standing_sufficient": (
        "There are too many to try them all: perhaps some of them can be left out.",
        "Der er for mange til at prøve dem alle: måske kan nogle af dem undværes.",
    ),
    "standing_inexact": (
        "Where others were left out, more seemed possible than can be gone through, so perhaps fewer would do.",
        "Hvor andre blev udeladt, så mere ud til at være muligt, end der kan gennemgås, så måske er færre nok.",
    ),
    "what_they_decide": ("What they decide", "Hvad de afgør"),
    "level_holds": ("{level} is reached: {conditions}", "{level} er nået: {conditions}"),
    "level_at_least": ("at least {level} is certain: {conditions}", "mindst {level} er sikkert: {conditions}"),
    "level_ruled_out": (
        "{level} is ruled out, for this fails: {conditions}",
        "{level} er udelukket, for dette holder ikke: {conditions}",
    ),
    "amount_is": ("{conditions}: {amount}", "{conditions}: {amount}"),
    "each_reading": ("Under each reading", "Under hver læsning"),
    "same_facts": ("The same facts", "De samme oplysninger"),
    "they_suffice": ("suffice", "er nok"),
    "they_do_not": ("do not suffice", "er ikke nok"),
}
SENTENCES: dict[str, tuple[str, str]] = {
    "goal-missing": (
        "{command} needs the number of a goal: --goal 1",
        "{command} mangler nummeret på et mål: --goal 1",
    ),
    "unknown-goal-number": (
        "--goal {found}: the plan has no such goal; expected one of {expected}",
        "--goal {found}: planen har ikke det mål; ventede et af {expected}",
    ),
}
EXPLAIN = (
    """\
usage: criteria explain PLAN --goal N [--facts PATH]… [options]

Why a goal stands as it does: the fewest facts that alone keep the verdict, whatever all the others may be.

  PLAN                  the plan; - reads standard input
  --goal N              the number of the goal
  --facts PATH          a .yaml, .json, .csv or .xlsx file, or a folder of them; may be repeated
  --as-of DATE          what is known on that day
  --reading NAME=VALUE  read a word so, where the plan leaves it open; may be repeated
  --every-reading       the facts that keep the levels under every reading, not the default one alone
  --format FORMAT       text (default), json, markdown or html
  --output FILE         write there, in one step
  --lang en|da          the language of the report; by default the plan's
  -h, --help            this text

exit: 0 explained, 2 input that cannot be used
""",
    """\
brug: criteria explain PLAN --goal N [--facts STI]… [valg]

Hvorfor et mål står, som det gør: de færreste oplysninger, der alene fastholder resultatet, uanset alle de andre.

  PLAN                  planen; - læser standardinput
  --goal N              målets nummer
  --facts STI           en .yaml-, .json-, .csv- eller .xlsx-fil, eller en mappe med dem; kan gentages
  --as-of DATO          det, der vides den dag
  --reading NAVN=VÆRDI  læs et ord sådan, hvor planen lader det stå åbent; kan gentages
  --every-reading       de oplysninger, der fastholder niveauerne under alle læsninger, ikke kun den normale
  --format FORMAT       text (standard), json, markdown eller html
  --output FIL          skriv der, i ét skridt
  --lang en|da          rapportens sprog; ellers planens
  -h, --help            denne tekst

slutkode: 0 forklaret, 2 input, der ikke kan bruges
""",
)
