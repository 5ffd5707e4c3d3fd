"""Tests of what builds the program."""
