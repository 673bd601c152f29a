"""Facts in: YAML, JSON, CSV and Excel become one ``Facts`` record, every value typed by the plan and carrying its
place."""
