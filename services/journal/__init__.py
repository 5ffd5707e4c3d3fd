"""The one journal: recording, folding, merging and verifying its records."""
