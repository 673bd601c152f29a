"""The help of ``criteria batch``, in both languages."""

_BATCH_EN = """\
usage: criteria batch PLAN --facts SOURCE --output FILE [options]

The levels of many subjects at once: a table comes in with a row for each, and so does a table go out.

  PLAN               the plan; - reads standard input
  --facts SOURCE     a folder (facts.parquet or facts.csv, and a file for each log and table), a single file
                     (.parquet, .csv, .arrow, .feather, .duckdb, .sqlite), or a URL (file:, duckdb:, sqlite:)
  --output FILE      .parquet, .csv, .arrow or .feather; appears whole or not at all
  --key COLUMN       the column that says whom a row is about; by default subject, key or id
  --as-of DATE       the day to look at it from; today is one
  --reading NAME=VALUE
                     moves a default reading
  --readings         also the levels under each combination of readings
  --why KEY          the reasons of one subject, as evaluate tells them; may stand several times
  --memory AMOUNT    at most so much memory, 2GB by default; what does not fit is kept beside the output
  --format FORMAT    of the summary: text (default) or json
  --lang en|da       the language; by default the plan's
  -h, --help         this text

exit: 0 evaluated, 2 input that cannot be used; then nothing is written
"""
_BATCH_DA = """\
brug: criteria batch PLAN --facts KILDE --output FIL [valg]

Niveauerne for mange emner på én gang: en tabel ind med en række for hvert, og en tabel ud.

  PLAN               planen; - læser standardinput
  --facts KILDE      en mappe (fakta.parquet eller fakta.csv, og en fil for hver log og tabel), en enkelt fil
                     (.parquet, .csv, .arrow, .feather, .duckdb, .sqlite) eller en URL (file:, duckdb:, sqlite:)
  --output FIL       .parquet, .csv, .arrow eller .feather; kommer helt eller slet ikke
  --key KOLONNE      den kolonne, der siger, hvem en række handler om; ellers emne, nøgle eller id
  --as-of DATO       den dag, der ses fra; today er i dag
  --reading NAVN=VÆRDI
                     flytter en læsning
  --readings         også niveauerne under hver kombination af læsninger
  --why NØGLE        begrundelsen for ét emne, som evaluate giver den; kan stå flere gange
  --memory MÆNGDE    højst så megen hukommelse, ellers 2GB; resten lægges ved siden af resultatet
  --format FORMAT    for oversigten: text (standard) eller json
  --lang en|da       sproget; ellers planens
  -h, --help         denne tekst

slutkode: 0 evalueret, 2 input, der ikke kan bruges; så skrives intet
"""

BATCH = (_BATCH_EN, _BATCH_DA)
