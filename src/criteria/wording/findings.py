"""Findings about a plan that can be read: a sentence each, English and Danish."""

SENTENCES: dict[str, tuple[str, str]] = {}
