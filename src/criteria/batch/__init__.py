"""Many fact sets at once: a plan and a source of columns → the levels of every subject, on one machine."""
