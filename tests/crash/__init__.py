"""Tests that kill the program."""
