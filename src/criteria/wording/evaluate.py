"""Sentences of the evaluate layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
