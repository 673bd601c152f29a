"""Sentences of the report layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
