"""What is frozen holds what the program needs, and the installers say what they are."""

from __future__ import annotations

import importlib.util
import re
import struct
import subprocess
import sys
import tomllib
from pathlib import Path, PurePosixPath
from types import ModuleType

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
