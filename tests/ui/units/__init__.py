"""The units pane."""
