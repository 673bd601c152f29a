"""Sentences of the check layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
