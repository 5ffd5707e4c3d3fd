"""The scripts that make a machine ready."""
