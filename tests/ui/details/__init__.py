"""The details of an incident."""
