"""Tests of roads and ways."""
