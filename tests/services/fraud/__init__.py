"""Tests of what is done against fraud."""
