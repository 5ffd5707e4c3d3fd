"""Drills (演练): invented calls and crews that behave the same for the same seed."""
