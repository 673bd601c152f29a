"""The help of ``criteria date``."""

_EN = """\
usage: criteria date PHRASE [options]

What a date phrase means, under every reading: "medio november 2020", "udgangen af juni", "uge 42", "Q3 2018".
A test ("senest medio maj", "after 2 October") gives the days that pass it.

  PHRASE                the phrase; in quotes when it has blanks
  --year Y              the year of a phrase that names none
  --reading NAME=VALUE  read a word so; may be repeated
  --format FORMAT       text (default) or json
  --lang en|da          the language of the answer
  -h, --help            this text

exit: 0, 2 not a date phrase
"""
_DA = """\
brug: criteria date UDTRYK [valg]

Hvad et datoudtryk betyder, under hver læsning: "medio november 2020", "udgangen af juni", "uge 42", "3. kvartal 2018".
En prøve ("senest medio maj", "efter 2. oktober") giver de dage, der opfylder den.

  UDTRYK                udtrykket; i anførselstegn, når det har mellemrum
  --year Å              året for et udtryk, der ikke nævner et
  --reading NAVN=VÆRDI  læs et ord sådan; kan gentages
  --format FORMAT       text (standard) eller json
  --lang en|da          svarets sprog
  -h, --help            denne tekst

slutkode: 0, 2 ikke et datoudtryk
"""

DATE = (_EN, _DA)
