"""The help of ``criteria evaluate``, ``report`` and ``changes``."""

_EVALUATE_EN = """\
usage: criteria evaluate PLAN… [--facts PATH]… [options]

The verdict for each goal: the levels that are still possible, and why.

  PLAN                  the plan; - reads standard input; several are asked about the same facts
  --facts PATH          a .yaml, .json, .csv or .xlsx file, or a folder of them; may be repeated
  --as-of DATE          what is known on that day: 2020-12-31, "31. december 2020" or today; repeated, the course of
                        the goals over these days
  --every PERIOD        their course over the ends of every month, quarter, half-year or year of the plan
  --reading NAME=VALUE  read a word so, where the plan leaves it open; may be repeated
  --subject NAME        only the verdicts on one of those that goals are asked of, in full
  --format FORMAT       text (default), json, markdown or html; csv or xlsx: a table of the verdicts
  --output FILE         write there, in one step; nothing is written when there are faults
  --lang en|da          the language of the report; by default the plan's
  -h, --help            this text

exit: 0 evaluated, 2 input that cannot be used
"""
_EVALUATE_DA = """\
brug: criteria evaluate PLAN… [--facts STI]… [valg]

Resultatet for hvert mål: de niveauer, der stadig er mulige, og hvorfor.

  PLAN                  planen; - læser standardinput; flere spørges om de samme fakta
  --facts STI           en .yaml-, .json-, .csv- eller .xlsx-fil, eller en mappe med dem; kan gentages
  --as-of DATO          det, der vides den dag: 2020-12-31, "31. december 2020" eller today (i dag); gentaget målenes
                        forløb over disse dage
  --every PERIODE       deres forløb over udgangen af hver måned, hvert kvartal, halvår eller år i planen
  --reading NAVN=VÆRDI  læs et ord sådan, hvor planen lader det stå åbent; kan gentages
  --subject NAVN        kun resultaterne for én af dem, målene stilles til, med det hele
  --format FORMAT       text (standard), json, markdown eller html; csv eller xlsx: en tabel over resultaterne
  --output FIL          skriv der, i ét skridt; intet skrives, når der er fejl
  --lang en|da          rapportens sprog; ellers planens
  -h, --help            denne tekst

slutkode: 0 vurderet, 2 input, der ikke kan bruges
"""
_REPORT_EN = """\
usage: criteria report KIND PLAN [--facts PATH]… [options]

A report for those who follow the plan.

  KIND                  annual     all goals in a table, then a section for each that is not fully reached
                        half-year  light, forecast, what it hangs on, next date; needs --as-of
                        readings   where the plan's words can be read in several ways, and what each gives
  PLAN                  the plan; - reads standard input
  --facts PATH          a .yaml, .json, .csv or .xlsx file, or a folder of them; may be repeated
  --as-of DATE          what is known on that day
  --reading NAME=VALUE  read a word so, where the plan leaves it open; may be repeated
  --format FORMAT       text (default), json, markdown or html
  --output FILE         write there, in one step
  --lang en|da          the language of the report; by default the plan's
  -h, --help            this text

exit: 0 reported, 2 input that cannot be used
"""
_REPORT_DA = """\
brug: criteria report SLAGS PLAN [--facts STI]… [valg]

En rapport til dem, der følger planen.

  SLAGS                 årsrapport  alle mål i en tabel, og et afsnit om hvert mål, der ikke er fuldt nået
                        halvår      lys, forventning, hvad det afhænger af, næste dato; kræver --as-of
                        læsninger   hvor planens ord kan læses på flere måder, og hvad hver læsning giver
  PLAN                  planen; - læser standardinput
  --facts STI           en .yaml-, .json-, .csv- eller .xlsx-fil, eller en mappe med dem; kan gentages
  --as-of DATO          det, der vides den dag
  --reading NAVN=VÆRDI  læs et ord sådan, hvor planen lader det stå åbent; kan gentages
  --format FORMAT       text (standard), json, markdown eller html
  --output FIL          skriv der, i ét skridt
  --lang en|da          rapportens sprog; ellers planens
  -h, --help            denne tekst

slutkode: 0 rapporteret, 2 input, der ikke kan bruges
"""

_CHANGES_EN = """\
usage: criteria changes OLD NEW [options]
       criteria changes PLAN [options]

What differs between two plans, by what they mean: goals added, removed and changed, the old and the new words side by
side. Of one plan: what each of its amendments changes.

  OLD, NEW, PLAN        plans; - reads standard input
  --format FORMAT       text (default), json, markdown or html
  --output FILE         write there, in one step
  --lang en|da          the language of the log; by default that of the newer plan
  -h, --help            this text

exit: 0, 2 a plan that cannot be used
"""
_CHANGES_DA = """\
brug: criteria changes FØR NU [valg]
      criteria changes PLAN [valg]

Hvad der skiller to planer efter deres mening: mål, der er kommet til, udgået og ændret, med de gamle og de nye ord side
om side. Af én plan: hvad hvert af dens tillæg ændrer.

  FØR, NU, PLAN         planer; - læser standardinput
  --format FORMAT       text (standard), json, markdown eller html
  --output FIL          skriv der, i ét skridt
  --lang en|da          ændringsloggens sprog; ellers den nyere plans
  -h, --help            denne tekst

slutkode: 0, 2 en plan, der ikke kan bruges
"""

EVALUATE = (_EVALUATE_EN, _EVALUATE_DA)
REPORT = (_REPORT_EN, _REPORT_DA)
CHANGES = (_CHANGES_EN, _CHANGES_DA)
