"""Sentences of the cli layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
