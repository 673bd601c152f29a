"""The help of ``criteria test``, in both languages."""

_TEST_EN = """\
usage: criteria test PLAN… [options]

Runs the examples inside a plan, and tells which levels and which side of which condition no example touches.

  PLAN…         plans; - reads standard input
  --lang en|da  the language of the answer; by default the plan's
  -h, --help    this text

exit: 0 every example passes, 1 one fails, 2 a plan that cannot be used
"""
_TEST_DA = """\
brug: criteria test PLAN… [valg]

Kører eksemplerne i en plan, og fortæller, hvilke niveauer og hvilken side af hvilken betingelse intet eksempel rører.

  PLAN…         planer; - læser standardinput
  --lang en|da  svarets sprog; ellers planens
  -h, --help    denne tekst

slutkode: 0 alle eksempler holder, 1 et gør ikke, 2 en plan, der ikke kan bruges
"""

TEST = (_TEST_EN, _TEST_DA)
