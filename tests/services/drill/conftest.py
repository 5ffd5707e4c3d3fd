"""The fixtures of a drill."""

from tests.services.drill.play import automatic, hour, play

__all__ = ["automatic", "hour", "play"]
