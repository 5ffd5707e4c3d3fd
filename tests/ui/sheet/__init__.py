"""The sheet form under the keyboard."""
