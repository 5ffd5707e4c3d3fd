"""The web page that shows the map and goes nowhere."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from ui.map.scheme import PAGE_URL, SCHEME

logger = logging.getLogger(__name__)
console = logging.getLogger(f"{__name__}.console")


class Gate(QWebEngineUrlRequestInterceptor):
    """Refuses every request that does not go to our own scheme, and counts them.

    Signals:
        refused(str): the address that was asked for.
    """

    refused = Signal(str)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let our own files through, nothing else."""
        url = info.requestUrl()
        if url.scheme() != SCHEME:
            info.block(True)
            logger.warning("refused a request of the map page to %s", url.toDisplayString())
            self.refused.emit(url.toString())


class MapPage(QWebEnginePage):
    """The one page: it navigates nowhere, opens nothing, asks for nothing; its console goes to our log.

    Signals:
        refused(str): an address it was not let go to.
    """

    refused = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        settings = self.settings()
        off = QWebEngineSettings.WebAttribute
        for attribute in (
            off.LocalStorageEnabled,
            off.PluginsEnabled,
            off.PdfViewerEnabled,
            off.WebGLEnabled,
            off.ErrorPageEnabled,
            off.HyperlinkAuditingEnabled,
            off.NavigateOnDropEnabled,
            off.AutoLoadIconsForPage,
            off.ShowScrollBars,
            off.FocusOnNavigationEnabled,
            off.BackForwardCacheEnabled,
        ):
            settings.setAttribute(attribute, False)
        self.permissionRequested.connect(QWebEnginePermission.deny)

    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        """Let the page itself load, and nothing after it."""
        url = QUrl(url)
        if isMainFrame and url == QUrl(PAGE_URL):
            return True
        logger.warning("refused to navigate the map page to %s", url.toDisplayString())
        self.refused.emit(url.toString())
        return False

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        """Put what the page says into our log."""
        kind = QWebEnginePage.JavaScriptConsoleMessageLevel
        number = {kind.InfoMessageLevel: logging.INFO, kind.WarningMessageLevel: logging.WARNING}
        console.log(number.get(level, logging.ERROR), "%s:%d %s", sourceID, lineNumber, message)

    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        """Show no box of the page's."""
        console.warning("alert: %s", msg)

    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        """Show no box of the page's."""
        console.warning("confirm: %s", msg)
        return False
