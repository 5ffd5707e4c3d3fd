"""Recommending (推荐派警): whom to send, why, and what it costs the rest of the city. It proposes, a person decides."""
