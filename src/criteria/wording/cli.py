"""What the command line says: sentences of faults, and the help in both languages."""

from criteria.wording import differences, explain
from criteria.wording.help_batch import BATCH
from criteria.wording.help_date import DATE
from criteria.wording.help_needs import FAULTS as OF_NEEDS
from criteria.wording.help_needs import NEEDS
from criteria.wording.help_reports import CHANGES, EVALUATE, REPORT
from criteria.wording.help_test import TEST

SENTENCES: dict[str, tuple[str, str]] = {
    **explain.SENTENCES,
    **differences.SENTENCES,
    # usage
    "unknown-command": ("there is no command {found}", "der er ingen kommando {found}"),
    "unknown-option": ("{command} has no option {found}", "{command} har ikke valget {found}"),
    "option-needs-value": ("{option} needs a value", "{option} skal have en værdi"),
    "option-takes-no-value": ("{option} takes no value", "{option} har ingen værdi"),
    "option-twice": ("{option} is given twice", "{option} er angivet to gange"),
    "option-value": ("{option}: found {found}, expected {expected}", "{option}: fandt {found}, ventede {expected}"),
    "command-missing": ("expected a command", "ventede en kommando"),
    "plan-missing": (
        "{command} needs a plan; - reads standard input",
        "{command} mangler en plan; - læser standardinput",
    ),
    "report-missing": (
        "{command} needs a kind of report and a plan, such as: criteria report annual plan.criteria",
        "{command} mangler en slags rapport og en plan, som: criteria report årsrapport plan.criteria",
    ),
    "unknown-report": (
        "there is no report {found}; expected one of {expected}",
        "der er ingen rapport {found}; ventede en af {expected}",
    ),
    "as-of-missing": (
        "this report needs the day it is about: --as-of 2020-06-30, or --as-of today",
        "denne rapport skal vide, hvilken dag den gælder: --as-of 2020-06-30, eller --as-of today",
    ),
    "phrase-missing": ("{command} needs a date phrase", "{command} mangler et datoudtryk"),
    "second-plan": ("{command} takes one plan, found also {found}", "{command} tager én plan, fandt også {found}"),
    "second-phrase": (
        "{command} takes one phrase, found also {found}; a phrase with blanks stands in quotes",
        "{command} tager ét udtryk, fandt også {found}; et udtryk med mellemrum sættes i anførselstegn",
    ),
    "third-plan": (
        "criteria changes takes one plan or two, found also {found}",
        "criteria changes tager én eller to planer, fandt også {found}",
    ),
    "one-plan": ("{option} takes one plan", "{option} tager én plan"),
    "only-with-suggest": (
        "--output is for suggested examples: --suggest --output FILE",
        "--output er til foreslåede eksempler: --suggest --output FIL",
    ),
    "stdin-twice": (
        "- reads standard input, which can be read only once",
        "- læser standardinput, som kun kan læses én gang",
    ),
    # values of options
    "bad-as-of": (
        "--as-of {found}: expected one day, such as 2020-12-31 or 31. december 2020, or today",
        "--as-of {found}: ventede én dag, som 2020-12-31 eller 31. december 2020, eller today",
    ),
    "as-of-no-day": ("--as-of {found}: {reason}", "--as-of {found}: {reason}"),
    "every-without-period": (
        "--every {found}: the plan names no year and no period; name the days with --as-of",
        "--every {found}: planen nævner hverken år eller periode; angiv dagene med --as-of",
    ),
    **OF_NEEDS,
    "unknown-subject": (
        "--subject {found}: no goal is asked of that; expected one of {expected}",
        "--subject {found}: intet mål stilles til det; ventede en af {expected}",
    ),
    "no-subjects": (
        "--subject {found}: no goal of this plan is asked of anyone one by one",
        "--subject {found}: intet mål i denne plan stilles til nogen hver for sig",
    ),
    "form-of-plans": (
        "--format {found} shows one plan; text, markdown and json show several",
        "--format {found} viser én plan; text, markdown og json viser flere",
    ),
    "table-of-days": (
        "--format {found} gives the verdicts of one day, found several days",
        "--format {found} giver resultaterne på én dag, fandt flere dage",
    ),
    "bad-reading": ("--reading {found}: expected NAME=VALUE", "--reading {found}: ventede NAVN=VÆRDI"),
    "bad-year": ("--year {found}: expected a year, such as 2020", "--year {found}: ventede et år, som 2020"),
    "unknown-reading": (
        "there is no reading {found}; expected one of {expected}",
        "der er ingen læsning {found}; ventede en af {expected}",
    ),
    "unknown-reading-value": (
        "the reading {name} has no value {found}; expected one of {expected}",
        "læsningen {name} har ikke værdien {found}; ventede en af {expected}",
    ),
    "settled-reading": (
        "the plan settles the reading {name} as {value}; it cannot be moved",
        "planen har fastlagt læsningen {name} som {value}; den kan ikke flyttes",
    ),
    # writing
    "cannot-write": ("the file cannot be written: {reason}", "filen kan ikke skrives: {reason}"),
    "no-such-folder": ("there is no folder {folder}", "der er ingen mappe {folder}"),
    "output-is-folder": ("this is a folder, expected a file to write", "dette er en mappe, ventede en fil at skrive"),
    "output-is-input": (
        "this file is also read; the output would overwrite it",
        "denne fil læses også; resultatet ville overskrive den",
    ),
    "output-no-file": (
        "this is no file that can be replaced; name a file",
        "dette er ikke en fil, der kan erstattes; angiv en fil",
    ),
    "workbook-to-terminal": (
        "a workbook is no text for a terminal; name a file with --output",
        "en projektmappe er ikke tekst til en terminal; angiv en fil med --output",
    ),
    "plan-has-errors": (
        "the plan has errors and is left as it is; criteria check shows them",
        "planen har fejl og er ikke ændret; criteria check viser dem",
    ),
    "internal": (
        "an internal fault ({fault}); this is ours, please report it with what you ran (CRITERIA_DEBUG=1 shows more)",
        "en intern fejl ({fault}); det er vores, meld den gerne med det, du kørte (CRITERIA_DEBUG=1 viser mere)",
    ),
}

SEE_HELP = ("see {command} --help", "se {command} --help")

_MAIN_EN = """\
criteria: which levels of a plan's goals are reached, and why

usage: criteria COMMAND …

  evaluate PLAN…  the verdict for each goal, with the reasons
  batch PLAN      the levels of many sets of facts, from tables to a table
  report KIND …   the annual report, the half-year list, the log of readings
  needs PLAN      what must still happen for each goal, and by when
  changes OLD NEW what differs between two plans; with one plan, what its amendments change
  diff OLD NEW    on which facts two plans give different levels, and where they agree
  explain PLAN    the fewest facts that alone keep a goal's verdict
  check PLAN…     faults of a plan, and remarks
  format PLAN…    the canonical layout; translation of the keywords
  date PHRASE     what a date phrase means, under every reading
  facts PLAN      the facts a plan asks for; a template to fill in
  test PLAN…      the examples inside a plan

  criteria COMMAND --help tells more.

  --lang en|da    the language of what is said
  --version       the version
  -h, --help      this text
"""
_MAIN_DA = """\
criteria: hvilke niveauer en plans mål når, og hvorfor

brug: criteria KOMMANDO …

  evaluate PLAN…  resultatet for hvert mål, med begrundelse
  batch PLAN      niveauerne for mange sæt oplysninger, fra tabeller til en tabel
  report SLAGS …  årsrapport, halvårsliste, tolkningsnotat
  needs PLAN      hvad der mangler for hvert mål, og hvornår senest
  changes FØR NU  hvad der skiller to planer; med én plan, hvad dens tillæg ændrer
  diff FØR NU     med hvilke oplysninger to planer giver forskellige niveauer, og hvor de er enige
  explain PLAN    de færreste oplysninger, der alene fastholder et måls resultat
  check PLAN…     fejl i en plan, og bemærkninger
  format PLAN…    det faste opsæt; oversættelse af nøgleordene
  date UDTRYK     hvad et datoudtryk betyder, under hver læsning
  facts PLAN      de oplysninger, planen beder om; en skabelon at udfylde
  test PLAN…      eksemplerne i en plan

  criteria KOMMANDO --help fortæller mere.

  --lang en|da    sproget
  --version       versionen
  -h, --help      denne tekst
"""
_CHECK_EN = """\
usage: criteria check PLAN… [options]

Faults of a plan (syntax, names, types, units, dates), and findings: what it leaves open, or says in two ways.

  PLAN…           plans; - reads standard input
  --format FORMAT text (default) or json
  --strict        warnings count as errors
  --write-witness FOLDER
                  write the facts that show a finding, a file for each
  --lang en|da    the language of the messages; by default the plan's
  -h, --help      this text

exit: 0 no errors, 1 errors (with --strict also warnings), 2 a plan that cannot be read
"""
_CHECK_DA = """\
brug: criteria check PLAN… [valg]

Fejl i en plan (syntaks, navne, typer, enheder, datoer), og fund: hvad den lader stå åbent, eller siger på to måder.

  PLAN…           planer; - læser standardinput
  --format FORMAT text (standard) eller json
  --strict        advarsler tæller som fejl
  --write-witness MAPPE
                  skriv de fakta, der viser et fund, en fil for hvert
  --lang en|da    beskedernes sprog; ellers planens
  -h, --help      denne tekst

slutkode: 0 ingen fejl, 1 fejl (med --strict også advarsler), 2 en plan, der ikke kan læses
"""
_FORMAT_EN = """\
usage: criteria format PLAN… [options]

The canonical layout. Plans are rewritten in place, each in one step; a plan that is laid out so is left alone, and
so is one with errors of syntax. With --to, or when PLAN is -, the text goes to standard output and no plan changes.

  PLAN…         plans; - reads standard input
  --check       change nothing, only tell which plans would change
  --to en|da    translate the keywords; names, texts and date phrases stay (one plan)
  --output FILE write the text there (one plan)
  --lang en|da  the language of the messages
  -h, --help    this text

exit: 0, 1 with --check when a plan would change, 2 a plan that cannot be read or has errors
"""
_FORMAT_DA = """\
brug: criteria format PLAN… [valg]

Det faste opsæt. Planerne skrives om, hvor de ligger, hver i ét skridt; en plan, der allerede står sådan, røres ikke, og
heller ikke en med syntaksfejl. Med --to, eller når PLAN er -, går teksten til standardoutput, og ingen plan ændres.

  PLAN…         planer; - læser standardinput
  --check       ændr intet, fortæl kun, hvilke planer der ville blive ændret
  --to en|da    oversæt nøgleordene; navne, tekster og datoudtryk bliver (én plan)
  --output FIL  skriv teksten der (én plan)
  --lang en|da  beskedernes sprog
  -h, --help    denne tekst

slutkode: 0, 1 med --check, når en plan ville blive ændret, 2 en plan, der ikke kan læses eller har fejl
"""
_FACTS_EN = """\
usage: criteria facts PLAN [options]

The facts a plan asks for: a list, or a template to fill in.

  PLAN            the plan; - reads standard input
  --format FORMAT text (default) or json: the list; csv or xlsx: a template
  --output FILE   write there, in one step
  --lang en|da    the language of the list; by default the plan's
  -h, --help      this text

exit: 0, 2 a plan that cannot be used
"""
_FACTS_DA = """\
brug: criteria facts PLAN [valg]

De oplysninger, planen beder om: en liste, eller en skabelon at udfylde.

  PLAN            planen; - læser standardinput
  --format FORMAT text (standard) eller json: listen; csv eller xlsx: en skabelon
  --output FIL    skriv der, i ét skridt
  --lang en|da    listens sprog; ellers planens
  -h, --help      denne tekst

slutkode: 0, 2 en plan, der ikke kan bruges
"""
HELP: dict[str, tuple[str, str]] = {
    "": (_MAIN_EN, _MAIN_DA),
    "evaluate": EVALUATE,
    "batch": BATCH,
    "report": REPORT,
    "needs": NEEDS,
    "changes": CHANGES,
    "explain": explain.EXPLAIN,
    "diff": differences.DIFF,
    "check": (_CHECK_EN, _CHECK_DA),
    "format": (_FORMAT_EN, _FORMAT_DA),
    "date": DATE,
    "facts": (_FACTS_EN, _FACTS_DA),
    "test": TEST,
}
