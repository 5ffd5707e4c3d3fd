"""What the administrator of a workstation has set: values to begin with (preset), and values that stay (fixed)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

# The groups of the file, or the keys under the policy's key of the registry.
PRESET, FIXED = "preset", "fixed"
FILES = {
    "linux": Path("/etc/zhangzhou-110/policy.ini"),
    "darwin": Path("/Library/Application Support/zhangzhou-110/policy.ini"),
}
REGISTRY = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\zhangzhou-110\workstation"
# Where the file is, if not in its usual place: for trying one out, and for tests.
VARIABLE = "ZHANGZHOU_110_POLICY"


class Policy:
    """Preset and fixed values by the key of their setting; read once, when the program starts."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._preset: dict[str, object] = {}
        self._fixed: dict[str, object] = {}
        for group, values in ((PRESET, self._preset), (FIXED, self._fixed)):
            if store is None:
                continue
            store.beginGroup(group)
            values.update((key, store.value(key)) for key in store.allKeys())
            store.endGroup()

    def preset(self, key: str) -> object | None:
        """Return the value to begin with, None where the administrator gave none."""
        return self._preset.get(key)

    def fixed(self, key: str) -> object | None:
        """Return the value that stays, None where people may choose."""
        return self._fixed.get(key)

    def named(self) -> set[str]:
        """Return the keys of all settings that are named, also misspelt ones."""
        return {*self._preset, *self._fixed}


def machine_policy() -> Policy:
    """Return what holds on this machine; nothing where there is no such file or key."""
    given = os.environ.get(VARIABLE, "")
    if not given and sys.platform == "win32":
        return Policy(QSettings(REGISTRY, QSettings.Format.NativeFormat))
    file = Path(given) if given else FILES.get(sys.platform, FILES["linux"])
    return Policy(QSettings(str(file), QSettings.Format.IniFormat) if file.is_file() else None)
