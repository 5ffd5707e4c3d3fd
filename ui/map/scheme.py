"""Our own URL scheme: every script, style and font of the map page comes from our files, through this module alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from services.region import Region
from services.tiles import TileArchive

logger = logging.getLogger(__name__)

SCHEME = "zz110"
HOST = "map"
PAGE = "page.html"
PAGE_URL = f"{SCHEME}://{HOST}/{PAGE}"
TILES, TILE_SUFFIX = "tiles", ".mvt"
TILES_URL = f"/{TILES}/{{z}}/{{x}}/{{y}}{TILE_SUFFIX}"

RESOURCES = Path(__file__).parent.parent.parent / "resources"
FOLDERS: Mapping[str, Path] = {
    "live": RESOURCES / "map",
    "leaflet": RESOURCES / "vendor" / "leaflet",
    "protomaps": RESOURCES / "vendor" / "protomaps",
    "fonts": RESOURCES / "fonts",
}
TYPES: Mapping[str, bytes] = {
    ".html": b"text/html; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".png": b"image/png",
    ".svg": b"image/svg+xml",
    ".ttf": b"font/ttf",
    ".bin": b"application/octet-stream",
    TILE_SUFFIX: b"application/x-protobuf",
    ".geojson": b"application/json; charset=utf-8",
}
# Positions go to the page as bytes that it fetches: as text over the channel they would cost both sides three times as
# much. A page that died leaves its batches behind; this many are kept.
BATCH_SUFFIX, BATCHES = ".bin", 4
# Qt's own half of the channel; importing PySide6.QtWebChannel (the bridge does) is what puts it among the resources.
CHANNEL_SCRIPT = ":/qtwebchannel/qwebchannel.js"


def register_scheme() -> None:
    """Make the scheme known to Chromium; must run before the application object exists, twice does no harm."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name().isEmpty():
        scheme = QWebEngineUrlScheme(SCHEME.encode())
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        scheme.setFlags(
            QWebEngineUrlScheme.Flag.SecureScheme
            | QWebEngineUrlScheme.Flag.CorsEnabled
            | QWebEngineUrlScheme.Flag.FetchApiAllowed
        )
        QWebEngineUrlScheme.registerScheme(scheme)


class Files(QWebEngineUrlSchemeHandler):
    """Answers the page's requests from the folders named here, and from nowhere else."""

    def __init__(self, page: Callable[[], bytes], region: Region, parent: QObject) -> None:
        """Take what makes the page, and the region; TroubleError `region.unreadable` where its tiles are none."""
        super().__init__(parent)
        self._page = page
        self._folders: dict[str, Path] = {}
        self._others: dict[str, Path] = {}
        self._tiles: TileArchive | None = None
        self.use(region)
        self._batches: dict[str, bytes] = {}
        self._offered = 0

    def use(self, region: Region) -> None:
        """Answer from another region from now on; TroubleError as at the first."""
        tiles = TileArchive(region.tiles) if region.tiles else None
        self.close()
        self._tiles = tiles
        self._folders = {**FOLDERS, "region": region.folder}

    def serve(self, name: str, folder: Path) -> None:
        """Answer from one more folder, under a name of its own, whatever region is shown."""
        self._others[name] = folder

    def close(self) -> None:
        """Let go of the region's files."""
        if self._tiles is not None:
            self._tiles.close()
            self._tiles = None

    def offer(self, batch: bytes) -> str:
        """Keep a batch of positions until the page fetches it, once; return its address."""
        while len(self._batches) >= BATCHES:
            del self._batches[next(iter(self._batches))]
        self._offered += 1
        address = f"/fixes/{self._offered}{BATCH_SUFFIX}"
        self._batches[address] = batch
        return address

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Reply with the file, or say that there is none."""
        content = self.content(job.requestUrl())
        if content is None:
            logger.warning("the map page asked for what is not there: %s", job.requestUrl().path())
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        body, kind = content
        buffer = QBuffer(job)
        buffer.setData(QByteArray(body))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(kind), buffer)

    def content(self, url: QUrl) -> tuple[bytes, bytes] | None:
        """Return (bytes, media type) of an address, None where nothing is served."""
        path = PurePosixPath(url.path().lstrip("/"))
        kind = TYPES.get(path.suffix)
        if url.host() != HOST or kind is None:
            return None
        if path.suffix == BATCH_SUFFIX:
            batch = self._batches.pop(url.path(), None)
            return None if batch is None else (batch, kind)
        if path == PurePosixPath(PAGE):
            return self._page(), kind
        if path == PurePosixPath("qwebchannel.js"):
            return _channel_script(), kind
        if path.suffix == TILE_SUFFIX:
            return self._tile(path), kind
        file = self._file(path)
        return (file.read_bytes(), kind) if file else None

    def _tile(self, path: PurePosixPath) -> bytes:
        """The tile of an address; nothing where there is none, which is no fault: most of a sea has none."""
        numbers = (*path.parts[1:-1], path.stem)
        if self._tiles is None or len(numbers) != 3 or not all(map(str.isdecimal, numbers)):
            return b""
        zoom, column, row = map(int, numbers)
        return self._tiles.tile(zoom, column, row) or b""

    def _file(self, path: PurePosixPath) -> Path | None:
        """The file of a path; whatever it is made of, it must end inside its folder."""
        folders = self._folders | self._others
        folder = folders.get(path.parts[0]) if len(path.parts) > 1 else None
        if folder is None:
            return None
        file = folder.joinpath(*path.parts[1:]).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None


def _channel_script() -> bytes:
    file = QFile(CHANNEL_SCRIPT)
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data())
