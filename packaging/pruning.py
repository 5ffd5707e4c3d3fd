"""What the frozen program leaves out: PyInstaller takes whole families of Qt files that a desk never opens.

First whatever is named here goes, then every library of Qt that nothing left asks for, then the libraries of a Linux
system that only Qt asks for.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # place in the folder, file it comes from, kind
LINK = "SYMLINK"

# Paths lack the folder `Qt` on Windows; both are matched by what follows it.
DROPPED = (
    "qml/",
    "/assetcatalog",
    "resources/qtwebengine_devtools_resources",
    "resources/v8_context_snapshot.debug",
    ".debug.",
    # Bindings that the hooks bring and nobody imports; the libraries that the page's engine needs stay.
    *(
        f"PySide6/Qt{name}."
        for name in "OpenGL Quick Qml QuickWidgets Positioning Concurrent DBus".split()
    ),
    "PySide6/QtMultimediaWidgets.",
)
# Of these folders only what is named here is kept.
KEPT = {
    # Qt's own words: buttons of dialogs. The program's are in `resources`.
    "translations/qtwebengine_locales": ("zh-CN.pak", "en-US.pak"),
    "translations": ("qtbase_zh_CN.qm",),
    "plugins/platforms": ("xcb", "offscreen", "wayland", "windows", "cocoa"),
    # Input methods: the virtual keyboard would bring all of QML with it.
    "plugins/platforminputcontexts": ("compose", "ibus"),
    "plugins/platformthemes": ("xdgdesktopportal",),
    "plugins/imageformats": ("svg", "jpeg", "ico"),
    # Tones are played by Qt Multimedia itself; FFmpeg is for films.
    "plugins/multimedia": (),
    "plugins/texttospeech": ("speechd", "sapi", "winrt", "darwin"),
    # Nothing is asked of any network; the page has Chromium's own.
    "plugins/tls": (),
    "plugins/networkinformation": (),
    "plugins/egldeviceintegrations": (),
    "plugins/generic": (),
    "plugins/position": (),
    "plugins/sqldrivers": (),
    "plugins/qmltooling": (),
    "plugins/qmllint": (),
    "plugins/qmlls": (),
    "plugins/designer": (),
    "plugins/vectorimageformats": (),
    "plugins/webview": (),
    "plugins/renderers": (),
    "plugins/geometryloaders": (),
    "plugins/sceneparsers": (),
    "plugins/assetimporters": (),
    "plugins/canbus": (),
    "plugins/gamepads": (),
    "plugins/sensors": (),
    "plugins/geoservices": (),
    "plugins/scxmldatamodel": (),
}
# Drivers of the machine may need newer ones than those of the machine that built.
OF_THE_MACHINE = ("libgbm.so", "libstdc++.so", "libgcc_s.so", "libdrm.so")
# Where Linux keeps its own libraries: those that only Qt asks for come from the machine (packaging/setup/needs.txt).
SYSTEM = ("/lib/", "/usr/lib/", "/lib64/", "/usr/lib64/")


def wanted(place: str) -> bool:
    """Tell whether a file of the folder is kept, by its place alone."""
    path = place.replace("\\", "/")
    if any(part in path for part in DROPPED) or path.startswith("PySide6/Qt/qml"):
        return False
    if PurePosixPath(path).name.startswith(OF_THE_MACHINE):
        return False
    if "PySide6/" not in path:
        return True
    for folder, names in KEPT.items():
        if f"/{folder}/" in path:
            return any(name in PurePosixPath(path).name for name in names)
    return True


def pruned(
    binaries: Sequence[Entry],
    datas: Sequence[Entry],
    imports: Callable[[str], Iterable[str]] | None = None,
) -> tuple[list[Entry], list[Entry]]:
    """Return binaries and data that the program needs; `imports` names the libraries that a file asks for."""
    files = [it for it in binaries if wanted(it[0]) and it[2] != LINK]
    look = imports or imported_names
    of_qt = reached(files, [it for it in files if not is_qt_library(it[0])], look)
    files = [it for it in files if not is_qt_library(it[0]) or it[0] in of_qt]
    ours = [it for it in files if "PySide6" not in it[0] and not is_system_library(it)]
    of_python = reached(files, ours, look)
    files = [it for it in files if not is_system_library(it) or it[0] in of_python]
    others = [it for it in datas if wanted(it[0]) and it[2] != LINK]
    # A link is named like what it leads to, which may have gone.
    places = {it[0].replace("\\", "/") for it in (*files, *others)}
    links = [it for it in (*binaries, *datas) if it[2] == LINK and target_of(it) in places]
    return [*files, *links], others


def target_of(link: Entry) -> str:
    """Return the place in the folder that a link leads to."""
    place, target, _ = link
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), target.replace("\\", "/")))


def is_qt_library(place: str) -> bool:
    """Tell whether a file is one of Qt's shared libraries: nobody opens these but other files by name."""
    path = PurePosixPath(place.replace("\\", "/"))
    inside = "PySide6" in path.parts and "plugins" not in path.parts
    library = path.suffix == ".dll" or ".so" in path.suffixes or path.suffix == ".dylib"
    names = ("libQt6", "Qt6", "libav", "libsw", "av", "sw", "libpyside6qml", "pyside6qml")
    of_qt = path.name.startswith(names)
    return inside and library and of_qt


def is_system_library(entry: Entry) -> bool:
    """Tell whether a file is a library of the Linux system that builds."""
    place, file, _ = entry
    return "/" not in place and ".so" in place and file.startswith(SYSTEM)


def reached(
    files: list[Entry], roots: list[Entry], imports: Callable[[str], Iterable[str]]
) -> set[str]:
    """Return the places of the files that the roots ask for, at once or through others."""
    by_name = {PurePosixPath(it[0].replace("\\", "/")).name: it for it in files}
    waiting, found = list(roots), set[str]()
    while waiting:
        for name in imports(waiting.pop()[1]):
            entry = by_name.get(name)
            if entry is not None and entry[0] not in found:
                found.add(entry[0])
                waiting.append(entry)
    return found


def imported_names(file: str) -> list[str]:
    """Return the names of the libraries that a file asks for, on every system."""
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415  only there when one builds

    return [PurePosixPath(name.replace("\\", "/")).name for name, _ in get_imports(file)]
