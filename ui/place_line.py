"""A line that finds names as they are typed and understands pasted coordinates; the offers stand under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.errors import RuleError
from models.place import Datum, Method, Place
from services.datum import Pasted, place_of, read_pasted
from services.gazetteer import Answer, Hit, Kind
from services.naming import retire_alias
from ui.desk import Desk
from ui.naming import datum_text, hit_text
from ui.picker import Offers
from ui.refusal import sentence
from ui.scope import is_key, struck


class PlaceLine(QObject):
    """Watches a line. Nothing is taken before a person chooses: Enter alone means what it always means.

    Signals:
        placed(Place): a point was chosen, by a name or by pasted coordinates.
        named(str): what the chosen one is called; "" where a pasted point has no name.
        told(str): something to know about what was typed ("" nothing): several of one name, which datum, no point.
        refused(str): coordinates that cannot be read, and why.
    """

    placed = Signal(object)
    named = Signal(str)
    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        desk: Desk,
        line: QLineEdit,
        asker: str,
        under: QWidget | None = None,
        least: int = 0,
    ) -> None:
        super().__init__(line)
        self._desk, self._line, self._asker = desk, line, asker
        self.near: tuple[float, float] | None = None
        self.offers = Offers(line, under, least)
        self._hits: tuple[Hit, ...] = ()
        self._pasted: Pasted | None = None
        self._has_refused = False
        line.textEdited.connect(self.search)
        line.installEventFilter(self)
        if under is not None:
            under.installEventFilter(self)
        self.offers.itemClicked.connect(lambda _item: self.take())

    def search(self, text: str) -> None:
        """Look for what was typed; coordinates are understood where they stand."""
        self._pasted = None
        self.told.emit("")
        if self._read(text):
            return
        self._excuse()
        if text.strip():
            self._desk.names.search(self._asker, text, self.near, self._show)
        else:
            self.close()

    def take(self) -> None:
        """Take the offer that a person chose."""
        code = self.offers.current_code()
        self.offers.close_offers()
        if self._pasted is not None and code:
            self._place_pasted(replace(self._pasted, datum=Datum(code)))
        elif code:
            self._take_hit(self._hits[int(code)])

    def close(self) -> None:
        """Offer nothing; an answer on its way comes to nothing."""
        self._desk.names.forget(self._asker)
        self.offers.close_offers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by the arrows, take by Enter what was chosen, give up by Esc; read what is pasted."""
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Move):
            # A hint that appears or goes away moves the line, or what stands below it.
            self.offers.follow()
        elif watched is not self._line:
            return super().eventFilter(watched, event)
        elif kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_key(event, "term.close") and self.offers.isVisible():
                event.accept()
                return True
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_key(event, "place.paste"):
                return self._read(QGuiApplication.clipboard().text())
            return self.offers.isVisible() and self._key(event)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if way := struck(event, "term.next", "term.previous"):
            self.offers.step(1 if way == "term.next" else -1)
        elif is_key(event, "term.close"):
            self.close()
        elif is_key(event, "place.forget") and self._chosen_alias():
            self._desk.store.do(retire_alias, self._chosen_alias())
            self.close()
        elif is_key(event, "field.next") and self.offers.currentRow() >= 0:
            self.take()
        else:
            return False
        return True

    def _chosen_alias(self) -> str:
        """Return the key of the alias that is chosen, "" where it is something else."""
        code = self.offers.current_code()
        hit = self._hits[int(code)] if code.isdigit() and self._pasted is None else None
        return hit.id if hit is not None and hit.kind is Kind.ALIAS else ""

    def _show(self, answer: Answer) -> None:
        if not self._line.hasFocus():
            return
        self._hits = answer.hits
        self._offer([(str(at), hit_text(hit)) for at, hit in enumerate(answer.hits)])
        self.told.emit(self.tr("有同名地点，请选定是哪一处。") if answer.apart else "")

    def _offer(self, offers: Sequence[tuple[str, str]]) -> None:
        self.offers.show_offers(list(offers))
        # None is chosen: what was typed may be all that there is to say.
        self.offers.setCurrentRow(-1)

    def _read(self, text: str) -> bool:
        """Understand coordinates in a text; False where there are none."""
        try:
            pasted = read_pasted(text, self._desk.names.extent)
        except RuleError as error:
            if error.code == "point.none":
                return False
            self.close()
            self._has_refused = True
            self.refused.emit(sentence(error))
            return True
        self.close()
        self._pasted = pasted
        if pasted.datum is not None:
            self._place_pasted(pasted)
            return True
        first = pasted.likely or Datum.WGS84
        order = [first, *(datum for datum in Datum if datum is not first)]
        self._offer([(datum.value, datum_text(datum)) for datum in order])
        words = self.tr("坐标 %1 没有写明坐标系，请选定；选错会偏 500 米以上。")
        self.told.emit(words.replace("%1", f"{pasted.lon:.5f}, {pasted.lat:.5f}"))
        return True

    def _place_pasted(self, pasted: Pasted) -> None:
        assert pasted.datum is not None
        at = self._desk.clock.now()
        place = place_of(pasted.lon, pasted.lat, pasted.datum, method=Method.PASTED, at=at)
        self._pasted = None
        self.told.emit("")
        self._excuse()
        # An address that was typed before stays; what was typed as a point is no address.
        if self._is_point(self._line.text()) or (pasted.label and not self._line.text().strip()):
            self.named.emit(pasted.label)
        self.placed.emit(place)

    def _excuse(self) -> None:
        """Take back what was said of coordinates, and nothing that others said of the line."""
        if self._has_refused:
            self._has_refused = False
            self.refused.emit("")

    def _is_point(self, text: str) -> bool:
        try:
            read_pasted(text, self._desk.names.extent)
        except RuleError:
            return False
        return True

    def _take_hit(self, hit: Hit) -> None:
        self.told.emit("")
        self.named.emit(full_name(hit))
        if hit.lon is None or hit.lat is None:
            self.told.emit(
                self.tr("地名库没有“%1”的坐标，请在地图上选点。").replace("%1", hit.name)
            )
            return
        at = self._desk.clock.now()
        self.placed.emit(Place(hit.lon, hit.lat, Method.GAZETTEER, at))


def full_name(hit: Hit) -> str:
    """Return what is written into an address: where a Chinese name lies stands before it."""
    if hit.stands_for:
        return f"{hit.name}（{hit.stands_for}）"
    within = hit.within.replace(" ", "")
    return f"{within}{hit.name}" if within and not within.isascii() else hit.name
