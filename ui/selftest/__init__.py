"""The program tries itself: the real window, real keys, a store of its own, and a report of what held."""
