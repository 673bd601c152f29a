"""Sentences of the facts layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
