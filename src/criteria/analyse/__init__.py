"""Beyond one verdict: what a plan's examples show and leave out. Reads plans and verdicts, never the text."""
