"""Text in, tree out: the outline of lines, one LALR parse a line, and the canonical layout back. Knows no names, types or dates."""
