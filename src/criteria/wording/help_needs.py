"""The help of ``criteria needs``, and what it says of options that it cannot use."""

_EN = """\
usage: criteria needs PLAN --as-of DATE [--facts PATH]… [options]

What must still happen for each goal to reach each level: the smallest sets of things, each with its last safe day, the
next date, and how far it is to the next level.

  PLAN                  the plan; - reads standard input
  --as-of DATE          what is known on that day: 2020-11-01, "1. november 2020" or today
  --facts PATH          a .yaml, .json, .csv or .xlsx file, or a folder of them; may be repeated
  --level LEVEL         only this level: fulfilled, partial, not_fulfilled, or a score
  --goal N              only this goal
  --reading NAME=VALUE  read a word so, where the plan leaves it open; may be repeated
  --format FORMAT       text (default), json, markdown or html
  --output FILE         write there, in one step; nothing is written when there are faults
  --lang en|da          the language of the report; by default the plan's
  -h, --help            this text

exit: 0 told, 2 input that cannot be used
"""
_DA = """\
brug: criteria needs PLAN --as-of DATO [--facts STI]… [valg]

Hvad der mangler, før hvert mål når hvert niveau: det mindste, der kan gøre det, med sidste sikre dag for hver ting,
den næste dato, og hvor langt der er til næste niveau.

  PLAN                  planen; - læser standardinput
  --as-of DATO          det, der vides den dag: 2020-11-01, "1. november 2020" eller today (i dag)
  --facts STI           en .yaml-, .json-, .csv- eller .xlsx-fil, eller en mappe med dem; kan gentages
  --level NIVEAU        kun dette: fulfilled, partial, not_fulfilled (opfyldt, delvist, ikke opfyldt) eller en score
  --goal N              kun dette mål
  --reading NAVN=VÆRDI  læs et ord sådan, hvor planen lader det stå åbent; kan gentages
  --format FORMAT       text (standard), json, markdown eller html
  --output FIL          skriv der, i ét skridt; intet skrives, når der er fejl
  --lang en|da          rapportens sprog; ellers planens
  -h, --help            denne tekst

slutkode: 0 angivet, 2 input, der ikke kan bruges
"""

NEEDS = (_EN, _DA)
FAULTS: dict[str, tuple[str, str]] = {
    "unknown-goal": (
        "--goal {found}: the plan has no such goal; expected one of {expected}",
        "--goal {found}: planen har intet sådant mål; ventede en af {expected}",
    ),
    "unknown-level": (
        "--level {found}: no goal has such a level; expected one of {expected}",
        "--level {found}: intet mål har et sådant niveau; ventede en af {expected}",
    ),
}
