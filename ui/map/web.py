"""The web view: the page with all that keeps it in its place, loaded again when its process dies."""

from __future__ import annotations

import logging
import os
import signal
import time
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from services.region import Region
from ui.map.kept import page_of
from ui.map.page import Gate, MapPage
from ui.map.scheme import PAGE_URL, SCHEME, Files

logger = logging.getLogger(__name__)

# A page that dies this often within the time (s) is not loaded again by itself.
DEATHS, DEATHS_S = 3, 60.0


class MapWeb(QWebEngineView):
    """Shows the page of a region; the page can reach `shared` and nothing else of ours.

    Signals:
        refused(str): an address that the page asked for or wanted to go to.
        trouble(str): `map.died` (it is loaded again), `map.dead` (it is not).
    """

    refused = Signal(str)
    trouble = Signal(str)

    def __init__(self, region: Region, shared: QObject, parent: QWidget) -> None:
        super().__init__(parent)
        self._region = region
        self._deaths: list[float] = []
        self._opening = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.open)
        page = self._make_page(parent)
        channel = QWebChannel(page)
        channel.registerObject("bridge", shared)
        page.setWebChannel(channel)
        page.refused.connect(self.refused)
        page.loadFinished.connect(self._take_load)
        page.renderProcessTerminated.connect(self._take_death)
        self.setPage(page)
        # A file that is dropped is the pane's to take, not the page's.
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _make_page(self, parent: QWidget) -> MapPage:
        """Page before profile among the children: Qt frees them in this order, and a profile must outlive its page."""
        profile = QWebEngineProfile()
        profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        page = MapPage(profile, parent)
        profile.setParent(parent)
        # Kept by name: Python would forget its half of these two, and with it the overrides that Qt calls.
        gate = self._gate = Gate(profile)
        gate.refused.connect(self.refused)
        profile.setUrlRequestInterceptor(gate)
        files = self._files = Files(lambda: self._html, self._region, profile)
        profile.installUrlSchemeHandler(SCHEME.encode(), files)
        return page

    @cached_property
    def _html(self) -> bytes:
        """Made when the page is first asked for; a page that is loaded again gets the same one."""
        return page_of(self._region)

    def use(self, region: Region) -> None:
        """Show another region: the page is built of it and loaded; TroubleError where its tiles cannot be read."""
        self._files.use(region)
        self._region = region
        self.__dict__.pop("_html", None)
        self.open_anew()

    def serve(self, name: str, folder: Path) -> None:
        """Let the page read the files of one more folder, under a name."""
        self._files.serve(name, folder)

    def let_go(self) -> None:
        """Close the region's files; nothing is shown after this."""
        self._files.close()

    def open_anew(self) -> None:
        """Load the page because a person wants it: what died before counts no more."""
        self._deaths.clear()
        self.open()

    def open(self) -> None:
        """Load the page (again)."""
        self._opening = True
        self.page().load(QUrl(PAGE_URL))

    def offer(self, batch: bytes) -> str:
        """Keep bytes for the page to fetch, once; return their address."""
        return self._files.offer(batch)

    def surface(self) -> QWidget:
        """Return the widget that gets the mouse; another one after the page's process died."""
        return self.focusProxy() or self

    def arrived(self) -> None:
        """The page said that it is ready: a load that fails from now on is a refused navigation."""
        self._opening = False

    def crash(self) -> None:
        """End the page's process, as a fault of it would."""
        os.kill(self.page().renderProcessPid(), signal.SIGTERM)

    def _take_load(self, well: bool) -> None:
        if not well and self._opening:
            logger.error("the map page could not be loaded")
            self._lose()

    def _take_death(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        logger.error("the map's process ended: %s, code %d", status.name, code)
        self._lose()

    def _lose(self) -> None:
        """Load again from the event loop: the page may not be touched while it reports its death.

        A load that failed counts as a death; it may be no more than the last word of the page that died before.
        """
        now = time.monotonic()
        self._opening = False
        self._deaths = [at for at in self._deaths if now - at < DEATHS_S] + [now]
        if len(self._deaths) >= DEATHS:
            self.trouble.emit("map.dead")
            return
        self.trouble.emit("map.died")
        self._again.start()
