"""One file a command: arguments in, the pipeline asked, the report written, an exit code out. No logic of its own."""
