"""The small window of a linked body: its orders with running limits, and its answers (`main.py agency --as CODE`)."""
