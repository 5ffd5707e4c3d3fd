"""The command line: every action by name, and the verbs of the trade with what they are about."""

from ui.command.line import CommandLine

__all__ = ["CommandLine"]
