"""Sentences of the syntax layer. ``expected`` is in English, ``expected_da`` the same in Danish."""

from criteria.wording import joining

SENTENCES: dict[str, tuple[str, str]] = {
    # ---- the text as such
    "empty-plan": (
        "the file holds no plan: no line of it is a rule",
        "filen rummer ingen plan: ingen linje i den er en regel",
    ),
    "hidden-character": (
        "found the invisible character {found}; delete it",
        "fandt det usynlige tegn {found}; slet det",
    ),
    "hard-blanks": (
        "read no-break spaces as blanks; the file has {count} of them, the first one here",
        "læste hårde mellemrum som mellemrum; filen har {count} af dem, det første her",
    ),
    "strange-character": (
        "found the character {found}, expected a word, a number, a text or a sign of the language",
        "fandt tegnet {found}, ventede et ord, et tal, en tekst eller et af sprogets tegn",
    ),
    "mixed-script": (
        "the name {found} mixes letters of different alphabets ({scripts}); letters that look alike are different names",
        "navnet {found} blander bogstaver fra flere alfabeter ({scripts}); bogstaver, der ligner hinanden, er forskellige navne",
    ),
    "name-too-long": (
        "the name has {found} characters, the limit is {limit}",
        "navnet har {found} tegn, grænsen er {limit}",
    ),
    "number-too-long": (
        "the number has {found} digits, the limit is {limit}",
        "tallet har {found} cifre, grænsen er {limit}",
    ),
    "too-deep": (
        "the nesting goes deeper than {limit} levels here",
        "her er lagt mere end {limit} niveauer ind i hinanden",
    ),
    "too-many-tokens": (
        "the file has more than {limit} words and signs; the rest was not read",
        "filen har mere end {limit} ord og tegn; resten blev ikke læst",
    ),
    "unread": ("the line was not understood", "linjen blev ikke forstået"),
    "more-faults": (
        "there are {found} more faults, not shown here",
        "der er {found} fejl til, som ikke vises her",
    ),
    # ---- lines and blocks
    "tab-indent": (
        "found a tab in the indentation, expected spaces",
        "fandt et tabulatortegn i indrykningen, ventede mellemrum",
    ),
    "uneven-indent": (
        "the line is indented by {found}, but the lines beside it by {expected}",
        "linjen er rykket {found} ind, men linjerne ved siden af {expected}",
    ),
    "indented-goal": (
        "found a goal inside the section's own lines, expected it level with the section's heading: the goals after a section belong to it",
        "fandt et mål inde i afsnittets egne linjer, ventede det ud for afsnittets overskrift: målene efter et afsnit hører til det",
    ),
    "stray-line": (
        "found a line without a bullet below the bullets, expected `- ` or less indentation",
        "fandt en linje uden punkttegn under punkterne, ventede `- ` eller mindre indrykning",
    ),
    "stray-bullet": (
        "found a bullet, but the line above it opens no list; expected a line that ends in {expected}",
        "fandt et punkt, men linjen ovenover åbner ingen liste; ventede en linje, der ender på {expected}",
    ),
    "stray-cells": (
        "found a row of a table, expected {expected}",
        "fandt en tabelrække, ventede {expected_da}",
    ),
    "stray-deeper": (
        "found a deeper line, but the line above it takes none",
        "fandt en linje, der er rykket længere ind, men linjen ovenover tager ingen",
    ),
    "stray-in-amendment": (
        "found {found} in an amendment, expected a goal, or facts, a log, a table or a definition",
        "fandt {found} i et tillæg, ventede et mål, eller fakta, en log, en tabel eller en definition",
    ),
    "removal-without-reason": (
        'goal {found} is removed without a reason, expected `removed because "…"`',
        'mål {found} udgår uden en grund, ventede `udgår, fordi "…"`',
    ),
    "removal-outside": (
        "goal {found} is removed here, outside an amendment; expected the line below `amendment from …`",
        "mål {found} udgår her, uden for et tillæg; ventede linjen under `tillæg fra …`",
    ),
    "empty-list": (
        "found no condition after {found}, expected one on the line or bullets below it",
        "fandt ingen betingelse efter {found}, ventede en på linjen eller punkter under den",
    ),
    "twice": (
        "found {found} a second time; it stands already in line {line}",
        "fandt {found} igen; det står allerede i linje {line}",
    ),
    "row-end": ("the row does not end with `|`", "rækken ender ikke med `|`"),
    "ragged-row": (
        "cells in this row: {found}, in the heading: {expected}",
        "celler i denne række: {found}, i overskriften: {expected}",
    ),
    "no-value": (
        "found nothing for {found}, expected `=` and what it means, or lines below with {expected}",
        "fandt intet for {found}, ventede `=` og hvad det betyder, eller linjer under den med {expected}",
    ),
    "two-values": (
        "{found} has both a value on its line and readings below it, expected one of them",
        "{found} har både en værdi på linjen og læsninger under den, ventede én af delene",
    ),
    "missing-type": (
        "found {found} without a type, expected `:` and {expected}, or deeper lines",
        "fandt {found} uden type, ventede `:` og {expected_da}, eller linjer, der er rykket længere ind",
    ),
    "missing-colon": (
        "found no `:`, expected one between the fact and its value",
        "fandt intet `:`, ventede et mellem oplysningen og dens værdi",
    ),
    # ---- words of a line
    "unexpected": ("found {found}, expected {expected}", "fandt {found}, ventede {expected_da}"),
    "unexpected-end": (
        "the line ends too early; expected {expected}",
        "linjen slutter for tidligt; ventede {expected_da}",
    ),
    "keyword-as-name": (
        "found {found}, which is a keyword, expected {expected}; a name that is a keyword stands in single quotes",
        "fandt {found}, som er et nøgleord, ventede {expected_da}; et navn, der er et nøgleord, står i enkelte anførselstegn",
    ),
    "missing-equals": ("found {found}, expected `=`", "fandt {found}, ventede `=`"),
    "minus-blanks": (
        "found {found}, expected a minus with a blank on both sides",
        "fandt {found}, ventede et minus med mellemrum på begge sider",
    ),
    "full-stop": ("found a full stop; a line ends without one", "fandt et punktum; en linje slutter uden"),
    "unclosed-text": (
        "found a double quote that is not closed on its line",
        "fandt et anførselstegn, der ikke er lukket på sin linje",
    ),
    "unclosed-name": (
        "found a single quote that is not closed on its line",
        "fandt et enkelt anførselstegn, der ikke er lukket på sin linje",
    ),
    "unclosed-bracket": (
        "found {found}, expected `)`: a parenthesis is still open",
        "fandt {found_da}, ventede `)`: en parentes er stadig åben",
    ),
    "extra-bracket": ("found `)`, but no parenthesis is open", "fandt `)`, men ingen parentes er åben"),
    # ---- what the words mean together
    "mixed-joiners": (
        "found `{found}` after `{first}` in one line; mixed, they need parentheses",
        "fandt `{found}` efter `{first}` i samme linje; blandet skal de have parenteser",
    ),
    "no-subject": (
        "found a test without something to test, expected what it is about before it",
        "fandt en test uden noget at teste, ventede det, den handler om, foran den",
    ),
    "and-in-rows": (
        "the test of each row takes more tests with `and` only; expected a whole sentence",
        "testen af hver række kan kun få flere tests med `og`; ventede en hel sætning",
    ),
    "misspelt-keyword": (
        "found {found}, which belongs to no name, expected a word of the language",
        "fandt {found}, som ikke hører til noget navn, ventede et af sprogets ord",
    ),
    "all-of": (
        "found {found}, which says nothing here; delete it: {said} means all of them",
        "fandt {found}, som intet siger her; slet det: {said} betyder dem alle",
    ),
    "per-alone": (
        "found {found} without a quantifier or a count before the rows, expected one such as `at least 2`, `≥60% of` or `all`",
        "fandt {found} uden mængde eller antal foran rækkerne, ventede en som `mindst 2`, `≥60 pct. af` eller `alle`",
    ),
    "stray-colon": (
        "found a colon, which stands only after the name of a fact or of what an example expects; delete it",
        "fandt et kolon, som kun står efter en oplysnings navn eller det, et eksempel forventer; slet det",
    ),
    "not-then-more": (
        "found a further test after `not`, which may or may not belong to it; expected a whole sentence",
        "fandt en test til efter `ikke`, som kan høre med til det eller ej; ventede en hel sætning",
    ),
    "no-quantifier": (
        "found no number and no rows, expected a quantifier such as `at least 2 events` or `≥60% of events`",
        "fandt hverken antal eller rækker, ventede en mængde som `mindst 2 møder` eller `≥60 pct. af møder`",
    ),
    "no-list-head": (
        "found `{found}`, expected the head of a list such as `any of`, `exactly one of` or `at least 2 of`",
        "fandt `{found}`, ventede begyndelsen på en liste som `nogen af`, `præcis en af` eller `mindst 2 af`",
    ),
    "words-after-value": (
        "found `{found}` after a computed value, expected a test",
        "fandt `{found}` efter en beregnet værdi, ventede en test",
    ),
    "condition-as-value": (
        "found a condition, expected a value",
        "fandt en betingelse, ventede en værdi",
    ),
    "only-means-weighted": (
        "found {found} with weights, expected the mean: only a mean is weighted",
        "fandt {found} med vægte, ventede gennemsnittet: kun et gennemsnit vægtes",
    ),
    "sum-without-rows": (
        "found a subset, but not of which rows; expected `of` and the rows",
        "fandt en delmængde, men ikke af hvilke rækker; ventede `af` og rækkerne",
    ),
    "no-reading-value": (
        "found the reading `{found}` without a value, expected one after its name",
        "fandt læsningen `{found}` uden værdi, ventede en efter navnet",
    ),
}
SENTENCES |= joining.SENTENCES
