"""The help of ``criteria test``, in both languages."""

_TEST_EN = """\
usage: criteria test PLAN… [options]

Runs the examples inside a plan, and tells how many levels, sides of conditions and readings they touch.

  PLAN…         plans; - reads standard input
  --coverage    list what no example touches
  --suggest     write examples of it instead, ready to be pasted into the plan (one plan)
  --output FILE write the suggested examples there, in one step
  --lang en|da  the language of the answer; by default the plan's
  -h, --help    this text

exit: 0 every example passes, 1 one fails, 2 a plan that cannot be used; with --suggest 0 or 2
"""
_TEST_DA = """\
brug: criteria test PLAN… [valg]

Kører eksemplerne i en plan, og fortæller, hvor mange niveauer, sider af betingelser og læsninger de rører.

  PLAN…         planer; - læser standardinput
  --coverage    vis det, som intet eksempel rører
  --suggest     skriv eksempler på det i stedet, klar til at sætte ind i planen (én plan)
  --output FIL  skriv de foreslåede eksempler der, i ét skridt
  --lang en|da  svarets sprog; ellers planens
  -h, --help    denne tekst

slutkode: 0 alle eksempler holder, 1 et gør ikke, 2 en plan, der ikke kan bruges; med --suggest 0 eller 2
"""

TEST = (_TEST_EN, _TEST_DA)
