"""What is frozen holds what the program needs, and the installers say what they are."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import struct
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import ModuleType

import PySide6
import pytest

from ui.version import VERSION

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a script of packaging/, which are no package, as a module."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == VERSION
    assert script("identity", monkeypatch).version() == VERSION
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == VERSION


LIB = "PySide6/Qt/lib"
NEEDED = {
    "/q/QtCore.abi3.so": ["libQt6Core.so.6"],
    "/q/libqxcb.so": ["libQt6Gui.so.6", "libX11.so.6"],
    "/q/libQt6Gui.so.6": ["libQt6Core.so.6"],
    "/q/libQt6Core.so.6": ["libicudata.so.73"],
    "/p/_ssl.so": ["libssl.so.3"],
    "/usr/lib/libssl.so.3": ["libcrypto.so.3"],
    "/q/libQt63D.so.6": ["libQt6Quick3D.so.6"],
}
FILES = [
    ("PySide6/QtCore.abi3.so", "/q/QtCore.abi3.so", "EXTENSION"),
    ("PySide6/QtQuick.abi3.so", "/q/QtQuick.abi3.so", "EXTENSION"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
    ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/q/libqeglfs.so", "BINARY"),
    (f"{LIB}/libQt6Gui.so.6", "/q/libQt6Gui.so.6", "BINARY"),
    (f"{LIB}/libQt6Core.so.6", "/q/libQt6Core.so.6", "BINARY"),
    (f"{LIB}/libQt63D.so.6", "/q/libQt63D.so.6", "BINARY"),
    (f"{LIB}/libQt6Quick3D.so.6", "/q/libQt6Quick3D.so.6", "BINARY"),
    ("libQt63D.so.6", f"{LIB}/libQt63D.so.6", "SYMLINK"),
    (f"{LIB}/libQt6Core.so", "libQt6Core.so.6", "SYMLINK"),
    ("libQt6Core.so.6", f"{LIB}/libQt6Core.so.6", "SYMLINK"),
    ("python3.11/lib-dynload/_ssl.so", "/p/_ssl.so", "EXTENSION"),
    ("libssl.so.3", "/usr/lib/libssl.so.3", "BINARY"),
    ("libcrypto.so.3", "/usr/lib/libcrypto.so.3", "BINARY"),
    ("libX11.so.6", "/usr/lib/libX11.so.6", "BINARY"),
    ("libpython3.11.so.1.0", "/opt/python/libpython3.11.so.1.0", "BINARY"),
]


def test_what_nothing_asks_for_is_left_out_and_what_python_asks_for_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pruned = script("pruning", monkeypatch).pruned
    kept, datas = pruned(
        FILES,
        [
            ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/q/zh", "DATA"),
            ("PySide6/Qt/translations/qtbase_de.qm", "/q/de", "DATA"),
            ("PySide6/translations/qtbase_fr.qm", "/q/fr", "DATA"),
            ("PySide6/qml/QtQuick/qmldir", "/q/qmldir", "DATA"),
            ("resources/fonts/NotoSansSC-Bold.ttf", "/r/bold", "DATA"),
        ],
        lambda file: NEEDED.get(file, []),
    )
    assert [place for place, _, _ in kept] == [
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        f"{LIB}/libQt6Gui.so.6",
        f"{LIB}/libQt6Core.so.6",
        "python3.11/lib-dynload/_ssl.so",
        "libssl.so.3",
        "libcrypto.so.3",
        "libpython3.11.so.1.0",
        f"{LIB}/libQt6Core.so",
        "libQt6Core.so.6",
    ]
    assert [place for place, _, _ in datas] == [
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "resources/fonts/NotoSansSC-Bold.ttf",
    ]


def test_the_package_depends_on_every_library_that_qt_asks_the_system_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needs = (PACKAGING / "setup" / "needs.txt").read_text(encoding="utf-8").splitlines()
    found = script("deb", monkeypatch).dependencies(needs)
    assert "libegl1" in found
    assert "libasound2t64 | libasound2" in found
    assert "xvfb" not in found
    assert len(found) == 1 + sum(line.startswith("lib ") for line in needs)


def test_the_tree_of_the_package_has_what_a_desktop_looks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deb = script("deb", monkeypatch)
    folder, drawn = tmp_path / "zhangzhou-110", tmp_path / "drawn"
    folder.mkdir()
    (folder / "zhangzhou-110").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "zhangzhou-110").chmod(0o700)
    script("icon", monkeypatch)
    subprocess.run([sys.executable, str(PACKAGING / "icon.py"), str(drawn)], check=True)
    monkeypatch.setattr(deb, "DRAWN", drawn)
    root = tmp_path / "root"
    deb.lay_out(folder, root)
    assert (
        root / "usr/bin/zhangzhou-110"
    ).resolve() == root / "usr/lib/zhangzhou-110/zhangzhou-110"
    assert (root / "usr/lib/zhangzhou-110/zhangzhou-110").stat().st_mode & 0o777 == 0o755
    entry = (root / "usr/share/applications/zhangzhou-110.desktop").read_text(encoding="utf-8")
    assert "Name[zh_CN]=漳州110 接处警工作站\n" in entry
    assert (root / "usr/share/icons/hicolor/48x48/apps/zhangzhou-110.png").exists()
    assert (root / "usr/share/man/man1/zhangzhou-110.1.gz").exists()
    control = (root / "DEBIAN/control").read_text(encoding="utf-8")
    assert f"Version: {VERSION}\n" in control
    assert not {file.name for file in (root / "DEBIAN").iterdir()} - {"control"}, "nothing runs"


def test_every_package_of_the_program_brings_the_text_of_its_licence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = script("licence", monkeypatch).licence_texts()
    assert all(Path(file).stat().st_size for file, _ in texts)
    names = {PurePosixPath(place).parts[1] for _, place in texts}
    assert {"sqlalchemy", "numpy", "scipy", "shapely", "osmium", "folium", "pypinyin"} <= names
    assert "pyinstaller" not in names


def test_graphs_do_without_the_part_that_needs_linear_algebra(tmp_path: Path) -> None:
    """As in the frozen program: what build.spec leaves out of SciPy cannot be imported."""
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    unused = re.search(r"UNUSED_SCIPY = \((.*?)\)", spec, re.DOTALL)
    assert unused is not None
    names = " ".join(re.findall(r'"([^"]*)"', unused.group(1))).split()
    program = (
        f"import sys\nnames = {names!r}\n"
        "class Out:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if any((name + '.').startswith(f'scipy.{out}.') for out in names):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Out())\n"
        f"exec(open({str(PACKAGING / 'laplacian.py')!r}).read())\n"
        "from pathlib import Path\n"
        "from ui.selftest.town import town_built\n"
        f"print(town_built(None, Path({str(tmp_path)!r})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("849 m")


@pytest.mark.skipif(not (ROOT / ".setup/uv/bin/uv").exists(), reason="uv says what is locked")
def test_the_list_of_parts_names_every_package_with_its_licence_and_every_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libqt.so.6").write_bytes(b"qt")
    (tmp_path / "read.me").touch()
    site = Path(pytest.__file__).parents[1]
    bill_of = script("bill", monkeypatch).bill_of
    bill = bill_of(tmp_path, site)
    assert bill == bill_of(tmp_path, site), "the same folder has the same list"
    parts = {part["name"]: part for part in bill["components"]}
    assert {"pyside6", "numpy", "leaflet", "lib/libqt.so.6"} <= parts.keys()
    assert not {"read.me", "pytest", "pyinstaller"} & parts.keys()
    assert parts["sqlalchemy"]["licenses"] == [{"expression": "MIT"}]
    assert parts["lib/libqt.so.6"]["hashes"][0]["content"] == sha256(b"qt").hexdigest()
    refs = {part["bom-ref"] for part in bill["components"]}
    assert {ref for link in bill["dependencies"] for ref in link["dependsOn"]} <= refs


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_the_installer_for_windows_is_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "zhangzhou-110"
    (folder / "_internal").mkdir(parents=True)
    (folder / "zhangzhou-110.exe").write_bytes(b"MZ")
    subprocess.run([sys.executable, str(PACKAGING / "icon.py"), str(tmp_path)], check=True)
    windows = script("windows", monkeypatch)
    made = [tmp_path / name for name in ("one.exe", "other.exe")]
    for out in made:
        windows.make(folder, tmp_path / "icon.ico", out)
    assert made[0].read_bytes() == made[1].read_bytes()
    assert VERSION.encode("utf-16-le") in made[0].read_bytes()


@pytest.mark.full
@pytest.mark.timeout(300)
@pytest.mark.skipif(
    not all(shutil.which(name) for name in ("makensis", "wine", "xvfb-run")), reason="needs Wine"
)
def test_windows_installs_updates_and_removes_and_the_store_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "zhangzhou-110", tmp_path / "desk-0.1.exe"
    (folder / "_internal").mkdir(parents=True)
    (folder / "zhangzhou-110.exe").write_bytes(b"MZ")
    (folder / "_internal" / "older").touch()
    subprocess.run([sys.executable, str(PACKAGING / "icon.py"), str(tmp_path)], check=True)
    settings = {**os.environ, "WINEPREFIX": str(tmp_path / "wine"), "WINEDEBUG": "-all"}

    def run(*command: str) -> None:
        wine = ["xvfb-run", "-a", "wine", *command]
        subprocess.run(wine, env=settings, check=True, capture_output=True)

    def installed() -> set[str]:
        """Say which files of the program are there."""
        found = (tmp_path / "wine").rglob("Local/Programs/zhangzhou-110/**/*")
        return {file.name for file in found if file.is_file()}

    windows = script("windows", monkeypatch)
    run("wineboot", "-i")
    windows.make(folder, tmp_path / "icon.ico", out)
    run(str(out), "/S")
    assert installed() == {"zhangzhou-110.exe", "uninstall.exe", "older"}
    (program,) = (tmp_path / "wine").rglob("Local/Programs/zhangzhou-110")
    store = program.parents[1] / "zhangzhou-110" / "desk.sqlite"
    store.parent.mkdir()
    store.write_bytes(b"kept")
    (folder / "_internal" / "older").rename(folder / "_internal" / "newer")
    windows.make(folder, tmp_path / "icon.ico", out)
    run(str(out), "/S")
    assert installed() == {"zhangzhou-110.exe", "uninstall.exe", "newer"}
    # Told where it is, it does not go on from a copy of itself: its end is the end of the work.
    where = str(program.relative_to(tmp_path / "wine" / "drive_c")).replace("/", "\\")
    run(str(program / "uninstall.exe"), "/S", f"_?=C:\\{where}")
    assert not installed() - {"uninstall.exe"}
    assert store.read_bytes() == b"kept"


# Words in order, encodings and time zones, asked of ICU itself.
ASKED = """
import ctypes, sys
ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
lib = sys.argv[2]
uc, i18n = (ctypes.CDLL(f"{lib}/libicu{name}.so.73", mode=ctypes.RTLD_GLOBAL) for name in ("uc", "i18n"))
error = ctypes.c_int(0)
uc.u_init_73(ctypes.byref(error))
print("init", error.value)
i18n.ucol_open_73.restype = uc.ucnv_open_73.restype = i18n.ucal_openTimeZones_73.restype = ctypes.c_void_p
for language in ("zh_CN", "en_US", "de"):
    error = ctypes.c_int(0)
    order = ctypes.c_void_p(i18n.ucol_open_73(language.encode(), ctypes.byref(error)))
    pairs = [(a.encode("utf-16-le"), b.encode("utf-16-le")) for a, b in ("漳厦", "东西", "Ab", "äz")]
    print(language, error.value, [i18n.ucol_strcoll_73(order, a, 1, b, 1) for a, b in pairs])
for name in ("gb18030", "GBK", "UTF-8", "windows-1252"):
    error = ctypes.c_int(0)
    uc.ucnv_open_73(name.encode(), ctypes.byref(error))
    print(name, error.value <= 0)
error = ctypes.c_int(0)
zones = ctypes.c_void_p(i18n.ucal_openTimeZones_73(ctypes.byref(error)))
print("zones", error.value, uc.uenum_count_73(zones, ctypes.byref(error)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt asks the system")
def test_small_data_of_icu_answer_as_the_whole_ones_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lib = Path(PySide6.__file__).parent / "Qt" / "lib"
    whole, small = lib / "libicudata.so.73", tmp_path / "libicudata.so.73"
    shutil.copyfile(whole, small)
    script("icu", monkeypatch).make_small(small)
    assert small.stat().st_size < 6_000_000 < whole.stat().st_size
    answers = [
        subprocess.run(
            [sys.executable, "-c", ASKED, str(data), str(lib)],
            env={**os.environ, "LD_LIBRARY_PATH": str(data.parent)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for data in (whole, small)
    ]
    assert answers[0] == answers[1]
    assert "gb18030 True" in answers[0]


def test_every_file_has_the_time_of_the_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file").touch()
    (tmp_path / "link").symlink_to("in/file")
    script("build", monkeypatch).settle(tmp_path, 1_700_000_000)
    for file in (tmp_path, *tmp_path.rglob("*")):
        assert file.lstat().st_mtime == 1_700_000_000


def test_the_icon_for_windows_holds_every_size(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(PACKAGING / "icon.py"), str(tmp_path)], check=True)
    data = (tmp_path / "icon.ico").read_bytes()
    kind, count = struct.unpack_from("<xxHH", data)
    assert (kind, count) == (1, 7)
    for at in range(count):
        side, _, _, _, _, _, size, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * at)
        picture = data[offset : offset + size]
        assert picture.startswith(b"\x89PNG")
        width = struct.unpack_from(">I", picture, 16)[0]
        assert width % 256 == side
