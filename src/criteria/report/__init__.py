"""Verdicts for people and for tools: terminal text, Markdown, JSON. A report never evaluates."""
