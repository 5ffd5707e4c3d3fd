"""Tests of what the world is."""
