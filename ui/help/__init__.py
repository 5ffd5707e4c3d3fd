"""The help: a short manual that needs no network, and the list of all keys, on screen and on paper."""

from ui.help.desk import Help

__all__ = ["Help"]
