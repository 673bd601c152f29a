"""Sentences of the syntax layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
