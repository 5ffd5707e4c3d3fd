"""These tests read fonts through Qt and need no screen for it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
