"""Panes under test, each at a desk with a real store."""
