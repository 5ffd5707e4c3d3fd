"""The languages of the screen: Chinese is the source text, English comes from the translation file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("zh", "en")
TRANSLATIONS = Path(__file__).parent.parent / "resources" / "translations"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a source text for the translation file and return it as it is; Qt's own is untyped."""
    return text


def translate(context: str, text: str) -> str:
    """Return a marked source text in the language of the screen."""
    return QCoreApplication.translate(context, text)


def language_name() -> str:
    """Return the language of the screen, `zh` or `en`."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


class Language:
    """Installs the translators of one language at a time; Qt tells every widget of a change."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.name = "zh"

    def use(self, name: str) -> None:
        """Switch to `zh` or `en`; widgets get QEvent.LanguageChange."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        self.name = name
        QLocale.setDefault(QLocale("zh_CN" if name == "zh" else "en_GB"))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if name == "zh":
            self._install("qtbase_zh_CN", qt_folder)
        else:
            self._install("desk_en", str(TRANSLATIONS))

    def _install(self, file: str, folder: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(file, folder):
            self._application.installTranslator(translator)
            self._translators.append(translator)
