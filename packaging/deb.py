"""Makes what Linux installs of the folder that packaging/build.py froze: .deb, portable .tar.zst, checksums, parts list.

packaging/deb.py                    into dist/
packaging/deb.py --tree FOLDER      only lay out what the .deb would install, for a look or a test
"""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bill import bill_of
from identity import (
    EXECUTABLE,
    LICENCE,
    MAINTAINER,
    NAME,
    SUMMARY,
    TITLE_EN,
    TITLE_ZH,
    commit_time,
    version,
)

ROOT = Path(__file__).resolve().parent.parent
DIST, DRAWN = ROOT / "dist", ROOT / "build" / "drawn"
NEEDS = ROOT / "packaging" / "setup" / "needs.txt"
LIBRARY = Path("usr/lib") / NAME
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# A printer, a voice and a screen of its own are welcome, not needed.
RECOMMENDED = "libcups2t64 | libcups2, libspeechd2, xvfb"
SIZES = (16, 24, 32, 48, 64, 128, 256)
INSTALLER_MB, MB = 130, 1_000_000


def main() -> int:
    """Make them, or only the tree."""
    if sys.argv[1:2] == ["--tree"]:
        lay_out(DIST / NAME, Path(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory(dir=DIST) as place:
        root = Path(place) / "root"
        lay_out(DIST / NAME, root)
        deb = pack_deb(root)
    made = [deb, pack_tar(DIST / NAME), parts_list(DIST / NAME)]
    sums = [f"{digest(file)}  {file.name}" for file in made]
    (DIST / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    for file in made:
        print(f"{file.stat().st_size / MB:6.1f} MB  {file.name}")
    met = deb.stat().st_size / MB <= INSTALLER_MB
    print(f"installer goal {INSTALLER_MB} MB: {'met' if met else 'NOT met'}")
    return 0


def lay_out(folder: Path, root: Path) -> None:
    """Write the tree that the .deb installs, with its control files."""
    shutil.copytree(folder, root / LIBRARY, symlinks=True)
    put_link(root / "usr/bin" / EXECUTABLE, Path("../lib") / NAME / EXECUTABLE)
    put(root / "usr/share/applications" / f"{NAME}.desktop", desktop_entry())
    icons = root / "usr/share/icons/hicolor"
    for side in SIZES:
        target = icons / f"{side}x{side}/apps/{NAME}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DRAWN / f"icon-{side}.png", target)
    put(icons / f"scalable/apps/{NAME}.svg", (ROOT / "resources/icon/desk.svg").read_text("utf-8"))
    put_gzip(root / f"usr/share/man/man1/{EXECUTABLE}.1.gz", manual())
    docs = root / "usr/share/doc" / NAME
    put_gzip(docs / "changelog.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    put(docs / "copyright", (ROOT / "LICENSE").read_text("utf-8"))
    put(docs / "THIRD_PARTY_NOTICES.md", (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8"))
    put(root / "DEBIAN/control", control(root))
    make_plain(root)


def control(root: Path) -> str:
    """Return what Debian is told about the package. There are no scripts: nothing runs at installing or removing."""
    kilobytes = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
    fields = {
        "Package": NAME,
        "Version": version(),
        "Architecture": ARCHITECTURES.get(platform.machine(), platform.machine()),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(dependencies(NEEDS.read_text("utf-8").splitlines())),
        "Recommends": RECOMMENDED,
        "Section": "misc",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n Queue, map, directory and a local store that works without any network.\n"
        f" {TITLE_ZH}。卸载时保留每个人的数据。",
    }
    return "\n".join(f"{name}: {value}" for name, value in fields.items()) + "\n"


def dependencies(lines: Iterable[str]) -> list[str]:
    """Return Debian's names of the libraries that Qt asks the system for, the newest name of each first."""
    found = ["libc6 (>= 2.36)"]
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "lib":
            found.append(" | ".join(rest.split()[1].split("|")))
    return list(dict.fromkeys(found))


def desktop_entry() -> str:
    """Return the entry of the menu of programs."""
    return f"""[Desktop Entry]
Type=Application
Name={TITLE_EN}
Name[zh_CN]={TITLE_ZH}
Comment={SUMMARY}
Exec={EXECUTABLE}
Icon={NAME}
Terminal=false
Categories=Office;
StartupWMClass={EXECUTABLE}
"""


def manual() -> str:
    """Return the manual page."""
    return f""".TH {EXECUTABLE.upper()} 1 "" "{NAME} {version()}"
.SH NAME
{EXECUTABLE} \\- {SUMMARY}
.SH SYNOPSIS
.B {EXECUTABLE}
.RI [ options ]
.br
.B {EXECUTABLE}
.IR command " ..."
.SH DESCRIPTION
Opens the desk: incident queue, map, units and the directory of linked agencies, on a store of this person.
With \\fB\\-\\-drill\\fR it plays an invented shift on a store of its own. \\fB\\-\\-help\\fR lists every option and command.
.SH COMMANDS
.TP
.B verify
check the journal's chains and the rows
.TP
.BI backup " FILE" ", restore" " FILE"
copy the store, also while the program runs; bring a copy back, never over what is there without being told to
.TP
.BI print " NUMBER FILE.pdf"
write a sheet as a PDF file
.TP
.BR import ", " export
lists and dictionaries as CSV files, foreign call logs
.SH SELF-TEST
.B {EXECUTABLE} \\-\\-self\\-test
.RI [ FOLDER ]
tries the installed program on a store of its own and writes a report; it exits with 0 only if all of it held.
.SH FILES
.I ~/.local/share/{NAME}
the store of this person. Removing the package leaves it alone.
.SH EXIT STATUS
0 done, 1 something does not fit, 2 wrong options, 3 trouble with a file or the disk, 4 refused by the rules.
"""


def pack_deb(root: Path) -> Path:
    """Pack the tree; the same tree gives the same bytes."""
    arch = ARCHITECTURES.get(platform.machine(), platform.machine())
    deb = DIST / f"{NAME}_{version()}_{arch}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=2", "--build"]
    run([*command, str(root), str(deb)])
    return deb


def pack_tar(folder: Path) -> Path:
    """Pack the folder as it is, to be unpacked and started anywhere."""
    archive = DIST / f"{NAME}-{version()}-linux-{platform.machine()}.tar.zst"
    order = [
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        f"--mtime=@{commit_time()}",
    ]
    # A long window: the same pieces of code lie far apart.
    zstd = "zstd -12 --long=27 -T0 --no-progress"
    what = ["-C", str(folder.parent), "-cf", str(archive), folder.name]
    run(["tar", *order, f"--use-compress-program={zstd}", *what])
    return archive


def parts_list(folder: Path) -> Path:
    """Write what the program is made of (CycloneDX)."""
    (site,) = (ROOT / "build" / "venv" / "lib").glob("python3.*/site-packages")
    file = DIST / f"{NAME}-{version()}.cdx.json"
    bill = bill_of(folder, site)
    file.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return file


def run(command: list[str]) -> None:
    """Run a tool with the time of the commit."""
    settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SOURCE_DATE_EPOCH": commit_time()}
    subprocess.run(command, env=settings, check=True)


def put(file: Path, text: str) -> None:
    """Write a text file with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def put_gzip(file: Path, text: str) -> None:
    """Write a text as gzip without a time in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def put_link(link: Path, target: Path) -> None:
    """Make a relative link."""
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


def make_plain(root: Path) -> None:
    """Give every file the rights of an installed one, whatever the builder's umask is."""
    for file in (root, *root.rglob("*")):
        if not file.is_symlink():
            runs = file.is_dir() or file.stat().st_mode & 0o100
            file.chmod(0o755 if runs else 0o644)


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


assert LICENCE == "MIT", "the copyright file is the licence's text"

if __name__ == "__main__":
    sys.exit(main())
