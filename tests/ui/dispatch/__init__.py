"""Choosing units and incidents."""
