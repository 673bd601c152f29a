"""Sentences about files that cannot be read."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no-such-file": ("there is no such file", "filen findes ikke"),
    "not-a-file": ("found {found}, expected a text file", "fandt {found}, ventede en tekstfil"),
    "file-too-large": (
        "the file has {found} bytes, the limit is {limit}",
        "filen fylder {found} byte, grænsen er {limit}",
    ),
    "cannot-read": ("the file cannot be read: {reason}", "filen kan ikke læses: {reason}"),
    "not-utf8": (
        "found {found} at byte {offset}, expected a text in UTF-8; save the file as UTF-8",
        "fandt {found} ved byte {offset}, ventede tekst i UTF-8; gem filen som UTF-8",
    ),
    "line-too-long": (
        "the line has {found} characters, the limit is {limit}",
        "linjen har {found} tegn, grænsen er {limit}",
    ),
    "bad-character": (
        "found the character {found}, which no text holds",
        "fandt tegnet {found}, som ingen tekst rummer",
    ),
}
