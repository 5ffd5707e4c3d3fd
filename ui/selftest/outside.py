"""Which connections this program and its page have to the outside: there should be none."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TABLES = ("tcp", "tcp6", "udp", "udp6")
NOWHERE = {"0" * 8, "0" * 32}
LOOPBACK = ("0100007F", "0" * 24 + "01000000", "0000000000000000FFFF00000100007F")


def can_look() -> bool:
    """Tell whether this system says what connections a program has."""
    return (PROC / "self" / "net" / "tcp").exists()


def connections() -> list[str]:
    """Return the far ends (hexadecimal address:port) of every socket of this program and its children, loopback left out."""
    own = {inode for pid in family() for inode in sockets_of(pid)}
    found = []
    for name in TABLES:
        table = PROC / "self" / "net" / name
        for line in table.read_text().splitlines()[1:] if table.exists() else []:
            fields = line.split()
            address, _, port = fields[2].partition(":")
            if fields[9] in own and address not in NOWHERE and not address.startswith(LOOPBACK):
                found.append(f"{name} {address}:{port}")
    return found


def family() -> set[str]:
    """Return the process ids of this program and all of its children."""
    parents: dict[str, str] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            # A process may end while one looks at it.
            with suppress(OSError):
                parents[folder.name] = (folder / "stat").read_text().rpartition(")")[2].split()[1]
    found = {str(os.getpid())}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def sockets_of(pid: str) -> set[str]:
    """Return the numbers of the sockets that a process holds."""
    found = set()
    with suppress(OSError):
        for file in (PROC / pid / "fd").iterdir():
            with suppress(OSError):
                target = str(file.readlink())
                if target.startswith("socket:["):
                    found.add(target[8:-1])
    return found
