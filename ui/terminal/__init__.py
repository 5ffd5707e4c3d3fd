"""The command line: checks, drills without a window, imports and exports. Loads no Qt."""
