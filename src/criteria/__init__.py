"""Written criteria, evaluated exactly."""
