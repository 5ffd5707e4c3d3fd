"""The data that ships with the program."""
