"""The fixtures of a drill."""

from tests.services.drill.play import automatic, play

__all__ = ["automatic", "play"]
