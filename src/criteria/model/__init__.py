"""The checked plan: every name resolved, every unit known, every date phrase parsed. Evaluators read this and never the text."""
