"""Sentences of the check layer, and the words for types, units and roles that they are filled with.

``WORDS`` is (English, Danish); the checker puts both into a finding's values, as ``{found}`` and ``{found_da}``.
"""

from criteria.wording import phrasing, scores, series

WORDS: dict[str, tuple[str, str]] = {
    **series.WORDS,
    # what a value is
    "date": ("a date", "en dato"),
    "number": ("a number", "et tal"),
    "percent": ("a percentage", "en procentdel"),
    "points": ("percentage points", "procentpoint"),
    "kroner": ("an amount in kr", "et beløb i kr"),
    "days": ("a number of days", "et antal dage"),
    "weeks": ("a number of weeks", "et antal uger"),
    "working-days": ("a number of working days", "et antal arbejdsdage"),
    "bank-days": ("a number of bank days", "et antal bankdage"),
    "months": ("a number of months", "et antal måneder"),
    "years": ("a number of years", "et antal år"),
    "seconds": ("a number of seconds", "et antal sekunder"),
    "minutes": ("a number of minutes", "et antal minutter"),
    "hours": ("a number of hours", "et antal timer"),
    "ratio": ("a ratio", "et forhold"),
    "text": ("a text", "en tekst"),
    "duration": ("a duration", "en varighed"),
    "choice": ("one of a list of choices", "en af en række valgmuligheder"),
    "yes-no": ("yes or no", "ja eller nej"),
    "condition": ("a condition", "en betingelse"),
    "value": ("a value", "en værdi"),
    "number-or-date": ("a number or a date", "et tal eller en dato"),
    "count": ("a whole number", "et helt tal"),
    # what a name should have named
    "name": ("a name that the plan declares", "et navn, som planen erklærer"),
    "definition": ("a definition of the plan", "en definition i planen"),
    "record": ("a log or table of the plan", "en log eller tabel i planen"),
    "column": ("a column of the rows", "en kolonne i rækkerne"),
    "choice-of": ("one of the declared choices", "en af de erklærede valgmuligheder"),
    "subject": (
        "what one row of a table is called, as in: table municipalities, each a municipality",
        "hvad én række i en tabel kaldes, som i: tabel kommuner, hver en kommune",
    ),
    "subject-given": (
        "one of those that the goal is asked of in this example",
        "en af dem, målet stilles til i dette eksempel",
    ),
    "fact": ("a fact of the plan", "et faktum i planen"),
    "goal": ("a goal of the plan", "et mål i planen"),
    "reading": (
        "a reading: a standard one, or a definition with several",
        "en læsning: en af de faste eller en definition med flere",
    ),
    "reading-value": ("a value of the reading", "en værdi af læsningen"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    **scores.SENTENCES,
    **series.SENTENCES,
    # names
    "undefined-name": ("found {found}, expected {role}", "fandt {found}, ventede {role_da}"),
    "look-alike-name": (
        "found {found}, which looks like {other} but is spelled with other letters: {signs}",
        "fandt {found}, som ligner {other}, men er stavet med andre bogstaver: {signs}",
    ),
    "confusable-names": (
        "the names {other} and {name} cannot be told apart by eye: {signs}; give one of them another name",
        "navnene {other} og {name} kan ikke skelnes med øjet: {signs}; giv det ene et andet navn",
    ),
    "comparison-missing": (
        "found {found} without a comparison, expected {more}, {less} or {same}",
        "fandt {found} uden sammenligning, ventede {more}, {less} eller {same}",
    ),
    "quantifier-missing": (
        "found the rows {found} without how many of them, expected {every}, {some} or {several}",
        "fandt rækkerne {found} uden hvor mange af dem, ventede {every}, {some} eller {several}",
    ),
    "rows-as-value": (
        "found {found}, which are rows, expected a number, such as {suggested}",
        "fandt {found}, som er rækker, ventede et tal, som {suggested}",
    ),
    "duplicate-fact": ("the fact {name} is declared twice", "faktummet {name} er erklæret to gange"),
    "duplicate-record": (
        "the log or table {name} is declared twice",
        "loggen eller tabellen {name} er erklæret to gange",
    ),
    "duplicate-column": ("{record} has the column {name} twice", "{record} har kolonnen {name} to gange"),
    "duplicate-definition": ("the name {name} is taken already", "navnet {name} er allerede taget"),
    "duplicate-reading": ("the reading {name} is given twice", "læsningen {name} er givet to gange"),
    "duplicate-goal": ("goal {name} stands twice", "mål {name} står to gange"),
    "duplicate-level": ("goal {name} has this level twice", "mål {name} har dette niveau to gange"),
    "fact-and-record": (
        "{name} is the name of a fact and of a log or table; one of them needs another name",
        "{name} er navnet på både et faktum og en log eller tabel; en af dem skal hedde noget andet",
    ),
    "readings-share-name": (
        "two definitions with several readings are both called {name}; a reading is chosen by that name",
        "to definitioner med flere læsninger hedder begge {name}; en læsning vælges ved det navn",
    ),
    "unused-fact": ("nothing in the plan uses {found}", "intet i planen bruger {found}"),
    "cycle": ("this needs itself: {found}", "dette kræver sig selv: {found}"),
    "nested-too-deep": ("this nests deeper than {limit} levels", "dette er indlejret dybere end {limit} niveauer"),
    "too-large": (
        "{name} grows beyond {limit} uses of definitions in each other",
        "{name} vokser ud over {limit} brug af definitioner i hinanden",
    ),
    # types and units
    "type-mismatch": ("found {found}, expected {expected}", "fandt {found_da}, ventede {expected_da}"),
    "unit-mismatch": ("{left} and {right} do not go together", "{left_da} og {right_da} går ikke sammen"),
    "percent-and-points": (
        "{left} and {right} differ: from 40 % to 44 % is 4 percentage points, and 10 percent",
        "{left_da} og {right_da} er ikke det samme: fra 40 pct. til 44 pct. er 4 procentpoint, og 10 procent",
    ),
    "unit-expected": (
        "found {found} without a unit where {left} is compared",
        "fandt {found} uden enhed, hvor {left_da} sammenlignes",
    ),
    "above-whole": (
        "found {found}; a share is never more than 100 %",
        "fandt {found}; en andel er aldrig mere end 100 pct.",
    ),
    "nothing-between": ("found {found}, which no number is", "fandt {found}, som intet tal er"),
    "nothing-tested": (
        "found {found}, {kind}, and nothing that it is compared with",
        "fandt {found}, {kind_da}, og intet at sammenligne med",
    ),
    "answer-expected": ("found {found}, expected yes or no", "fandt {found}, ventede ja eller nej"),
    "readings-differ": (
        "the readings of {name} are {left} and {right}; they must be alike",
        "læsningerne af {name} er {left_da} og {right_da}; de skal være ens",
    ),
    # numbers
    "number-form-en": (
        "found {found}, which an English plan writes with a comma between thousands and a point before decimals",
        "fandt {found}; en plan på engelsk skriver komma mellem tusinder og punktum før decimaler",
    ),
    "number-form-da": (
        "found {found}, which a Danish plan writes with a point between thousands and a comma before decimals",
        "fandt {found}; en plan på dansk skriver punktum mellem tusinder og komma før decimaler",
    ),
    "number-of-digits": (
        "found {found}, a number of more than {limit} digits",
        "fandt {found}, et tal på mere end {limit} cifre",
    ),
    "amount-expected": ("found {found}, expected {expected}", "fandt {found}, ventede {expected_da}"),
    # dates
    "day-expected": (
        "found {found}, which is {days}; expected one certain day",
        "fandt {found}, som er {days}; ventede én bestemt dag",
    ),
    "period-expected": (
        "found {found}, expected a period of whole days",
        "fandt {found}, ventede en periode af hele dage",
    ),
    "year-from-plan": ("{found} takes its year from the plan: {days}", "{found} får sit år fra planen: {days}"),
    "duration-expected": (
        "found {found}, expected a duration such as 4 weeks",
        "fandt {found}, ventede en varighed som 4 uger",
    ),
    "duration-without-start": (
        "found {found}, expected the day it is counted from: {found} after …",
        "fandt {found}, ventede den dag, der tælles fra: {found} efter …",
    ),
    # rows, groups and definitions
    "sum-rows-expected": (
        "found {found}, expected the rows that are summed: sum of … of …",
        "fandt {found}, ventede de rækker, der lægges sammen: sum af … af …",
    ),
    "test-expected": ("found {found}, expected a test of each row", "fandt {found}, ventede en prøve af hver række"),
    "words-after-rows": (
        "found {found} after the name {record}, expected where before a test of the rows",
        "fandt {found} efter navnet {record}, ventede hvor foran en prøve af rækkerne",
    ),
    "no-row-around": (
        "found with the same {found}, and no row around it that has this column",
        "fandt med samme {found}, og ingen række udenom, som har den kolonne",
    ),
    "columns-differ": ("the columns {found} are of different types", "kolonnerne {found} er af forskellig type"),
    "nothing-grouped": (
        "found {found}, and nothing here that is counted or summed in groups",
        "fandt {found}, og intet her, der tælles eller lægges sammen i grupper",
    ),
    "group-open": (
        "a later row of {record} could open a new {found}; declare {found} as one of its choices, or give them in a table",
        "en senere række i {record} kan åbne en ny {found}; erklær {found} som en af sine valgmuligheder, eller giv dem i en tabel",
    ),
    "group-without-effect": (
        "nothing here is counted or summed per {column}; a definition that is must say so: define … per {column}",
        "intet her tælles eller lægges sammen pr. {column}; en definition, der gør det, skal sige det: definer … pr. {column}",
    ),
    "group-without-test": (
        "found per {found}, and no test that asks it of each group: a definition says define … per {found} = …",
        "fandt pr. {found}, og ingen prøve, som stiller det for hver gruppe: en definition siger definer … pr. {found} = …",
    ),
    "rank-rows-expected": (
        "found {found}, expected the rows that are ranked: among the best … of … by …",
        "fandt {found}, ventede de rækker, der rangordnes: blandt de bedste … af … efter …",
    ),
    "decimals-range": (
        "found {found} decimals, expected a whole number of at most {limit}",
        "fandt {found} decimaler, ventede et helt tal på højst {limit}",
    ),
    "percentile-range": (
        "found the percentile {found}, expected one above 0 and at most 100",
        "fandt percentilen {found}, ventede en over 0 og højst 100",
    ),
    "group-expected": (
        "{name} is defined per {column}; say in every {column}",
        "{name} er defineret pr. {column}; skriv i hvert {column}",
    ),
    "argument-missing": (
        "{name} is defined of {parameter}; say of what",
        "{name} er defineret af {parameter}; skriv af hvad",
    ),
    "argument-unexpected": ("{name} is not defined of anything", "{name} er ikke defineret af noget"),
    # declarations
    "bounds-admit-nothing": (
        "found {found}, bounds that no value is within",
        "fandt {found}, grænser som ingen værdi er inden for",
    ),
    "limit-expected": ("found {found}, expected a number", "fandt {found}, ventede et tal"),
    "choice-twice": ("the choice {found} is listed twice", "valgmuligheden {found} står to gange"),
    "log-without-date": (
        "the log {name} has no date column that says when a row happened",
        "loggen {name} har ingen datokolonne, som siger, hvornår en række skete",
    ),
    "log-when-unclear": (
        "the log {name} has several dates ({found}); write when after the type of the one that says when a row happened",
        "loggen {name} har flere datoer ({found}); skriv når efter typen på den, der siger, hvornår en række skete",
    ),
    "table-without-rows": ("the table {name} has a header and no rows", "tabellen {name} har et hoved og ingen rækker"),
    "header-empty": (
        "found an empty cell, expected the name of a column",
        "fandt en tom celle, ventede navnet på en kolonne",
    ),
    "cell-empty": (
        "found an empty cell in {column}, expected {expected}",
        "fandt en tom celle i {column}, ventede {expected_da}",
    ),
    "cell-mismatch": (
        "found {found} in {column}, expected {expected}",
        "fandt {found} i {column}, ventede {expected_da}",
    ),
    "cell-out-of-bounds": (
        "found {found} in {column}, outside its declared bounds",
        "fandt {found} i {column}, uden for de erklærede grænser",
    ),
    "closes-early": (
        "the record closes on {closes}, before the plan's period ends on {last}: what comes after counts as not happened",
        "registreringen lukkes {closes}, før planens periode slutter {last}: hvad der kommer siden, regnes som ikke sket",
    ),
    "reading-twice": ("the reading {name} is settled twice", "læsningen {name} er afgjort to gange"),
    "reading-settled": (
        "the plan settles {name} as {value}; another value is never in force",
        "planen afgør {name} som {value}; en anden værdi gælder aldrig",
    ),
    # goals
    "goal-without-levels": ("goal {name} has no level", "mål {name} har intet niveau"),
    "list-empty": (
        "found a list without items, expected at least one condition",
        "fandt en liste uden punkter, ventede mindst én betingelse",
    ),
    "too-many-of": ("found {found} of a list of {items}", "fandt {found} af en liste på {items}"),
    "no-goals": ("the plan has no goals", "planen har ingen mål"),
}
SENTENCES |= phrasing.SENTENCES
