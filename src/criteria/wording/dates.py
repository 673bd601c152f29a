"""Sentences of the dates layer."""

SENTENCES: dict[str, tuple[str, str]] = {}
