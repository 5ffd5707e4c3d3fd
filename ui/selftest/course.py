"""The checks: a shift in little at the real window, and what the store, the paper and the machine say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QRawFont

from models.board import AgencyCard, CallCard, IncidentCard, TermCard, UnitCard
from models.fix import Fix
from models.identity import new_id
from models.place import Place
from models.state import AssignmentState, Duty, IncidentState
from services.dictionary import Change, import_listing
from services.dossier import Dossier, read_dossier
from services.fleet import add_unit
from services.journal.verifying import Verdict, verify
from services.taking import ring
from ui.application import Workstation
from ui.language import QT_TRANSLATE_NOOP
from ui.selftest.check import CheckError
from ui.selftest.driver import Steps, Trial
from ui.selftest.hand import CONTROL, Hand
from ui.selftest.keeping import Lists, copy_and_bring_back, lists_out
from ui.selftest.outside import can_look, connections
from ui.selftest.town import town_built
from ui.setting import THEME
from ui.theme import FONT_FAMILY, palette_of

CALL_SIGN = "618"
ADDRESS, NARRATIVE = "胜利西路118号", "两人打架，刀伤，龑"
# Common characters, those of Zhangzhou's names, and rare ones of people's names.
CHARACTERS = "漳州芗城龙文龙海长泰云霄漳浦诏安东山南靖平和华安警情派处结，。：（）①⚠䶮㛃喆"
SLACK = 6  # a page in software paints a colour up to so many steps beside its own
LEAST_POINTS = 200
PDF_BYTES = 5_000
K = Qt.Key


class Course:
    """The trials over one running workstation; each knows what the ones before it left."""

    def __init__(self, station: Workstation, folder: Path) -> None:
        self._station, self._folder = station, folder
        self._desk, self._window = station.desk, station.window
        self._hand = Hand(station.window)
        self._sheet_id = self._number = ""

    def trials(self) -> list[Trial]:
        """Return every check in its order."""
        return [
            Trial("window", QT_TRANSLATE_NOOP("SelfTest", "打开窗口，数据就位"), self._open),
            Trial("glyphs", QT_TRANSLATE_NOOP("SelfTest", "中文字形齐全"), self._glyphs),
            Trial("map", QT_TRANSLATE_NOOP("SelfTest", "地图画出陆地和水面"), self._map),
            Trial("take", QT_TRANSLATE_NOOP("SelfTest", "接听来电，填写并完成警单"), self._take),
            Trial("dispatch", QT_TRANSLATE_NOOP("SelfTest", "派警，逐步到完毕"), self._send),
            Trial("find", QT_TRANSLATE_NOOP("SelfTest", "用拼音首字母找到警单"), self._find),
            Trial("close", QT_TRANSLATE_NOOP("SelfTest", "反馈并处结"), self._close),
            Trial("journal", QT_TRANSLATE_NOOP("SelfTest", "日志与数据相符"), self._verify),
            Trial("print", QT_TRANSLATE_NOOP("SelfTest", "警单打印为 PDF"), self._print),
            Trial("lists", QT_TRANSLATE_NOOP("SelfTest", "通讯录导出再导入"), self._lists),
            Trial("region", QT_TRANSLATE_NOOP("SelfTest", "制作地区，找到道路"), self._region),
            Trial("backup", QT_TRANSLATE_NOOP("SelfTest", "备份并恢复"), self._backup),
            Trial("network", QT_TRANSLATE_NOOP("SelfTest", "没有任何请求离开本机"), self._outside),
        ]

    def _open(self) -> Steps:
        store = self._desk.store
        yield lambda: bool(store.board.all(TermCard)) and bool(store.board.all(AgencyCard))
        id, now = new_id(), self._desk.clock.now()
        store.do(add_unit, id=id, call_sign=CALL_SIGN, duty=Duty.PATROL)
        yield lambda: store.board.all(UnitCard)
        self._desk.positions.report([Fix(id, now, 117.655, 24.515, heading=90.0, speed=0.0)])
        self._window.activateWindow()
        yield lambda: self._window.isActiveWindow() and self._window.isVisible()
        size = self._window.size()
        terms = len(store.board.all(TermCard))
        return f"{size.width()}×{size.height()}, {terms} terms"

    def _glyphs(self) -> Steps:
        yield bool_true
        font = QFont(FONT_FAMILY)
        family = QFontInfo(font).family()
        if family != FONT_FAMILY:
            raise CheckError(f"the font is {family}, not {FONT_FAMILY}")
        raw = QRawFont.fromFont(font)
        missing = [each for each in CHARACTERS if not raw.supportsCharacter(ord(each))]
        if missing:
            raise CheckError(f"no glyph for {''.join(missing)}")
        return f"{family}, {len(CHARACTERS)}"

    def _map(self) -> Steps:
        """Read points back from the page as it is painted: both grounds must be there."""
        view = self._window.map.view
        colours = palette_of(self._desk.settings.get(THEME))
        found: Counter[str] = Counter()

        def painted() -> bool:
            found.clear()
            found.update(self._grounds(view.grab().toImage(), colours))
            return all(found[name] >= LEAST_POINTS for name in ("land", "water"))

        view.fit()
        yield painted
        return f"land {found['land']}, water {found['water']} points"

    def _grounds(self, image: Any, colours: Mapping[str, str]) -> Counter[str]:
        """Return how many points, every fourth of every fourth row, are land and water."""
        wanted = {name: rgb(int(colours[name][1:], 16)) for name in ("land", "water")}
        found: Counter[str] = Counter()
        for y in range(0, image.height(), 4):
            for x in range(0, image.width(), 4):
                point = rgb(image.pixel(x, y))
                for name, colour in wanted.items():
                    if all(abs(a - b) <= SLACK for a, b in zip(point, colour, strict=True)):
                        found[name] += 1
        return found

    def _take(self) -> Steps:
        """Answer a call and type a plain sheet, with the keyboard alone."""
        desk, window, hand = self._desk, self._window, self._hand
        call, now = new_id(), desk.clock.now()
        place = Place(117.650, 24.517, "carrier", now, accuracy=200.0)
        desk.store.do(ring, id=call, caller_number="13900001234", place=place)
        yield lambda: desk.store.board.get(CallCard, call)
        hand.press(K.Key_F4)
        yield lambda: window.sheet.incident_id
        self._sheet_id = window.sheet.incident_id
        hand.write(ADDRESS)
        hand.press(K.Key_Return)
        hand.write("dj")
        hand.press(K.Key_Return, K.Key_Return)
        hand.write(NARRATIVE)
        hand.press(K.Key_Return, held=CONTROL)
        yield lambda: (card := self._card()) is not None and card.completed_at
        yield lambda: desk.selection.incident_id == self._sheet_id
        card = self._card()
        assert card is not None
        if (card.address, card.class_taken, card.narrative) != (ADDRESS, "200100", NARRATIVE):
            raise CheckError(f"taken: {card.address} {card.class_taken} {card.narrative}")
        return card.number

    def _send(self) -> Steps:
        """Send a unit and lead it through its steps."""
        hand, chooser = self._hand, self._window.chooser
        yield self._at_rest
        hand.press(K.Key_F5)
        yield lambda: chooser.search.hasFocus()
        hand.write(CALL_SIGN)
        hand.press(K.Key_Return)
        yield lambda: not chooser.isVisible()
        yield lambda: self._unit().status == AssignmentState.ISSUED
        self._window.activateWindow()
        yield lambda: self._window.isActiveWindow()
        for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED, AssignmentState.ARRIVED):
            hand.press(K.Key_F6)
            yield partial(self._stands, state)
        hand.press(K.Key_F6)
        yield lambda: self._unit().job is None
        return CALL_SIGN

    def _find(self) -> Steps:
        """Find the sheet in the queue by the initials of its address."""
        queue = self._window.queue
        search = queue.bar.search
        yield self._at_rest
        search.setFocus()
        yield lambda: search.hasFocus()
        self._hand.write("zzzzz")
        yield lambda: queue.view.model().rowCount() == 0
        self._hand.press(K.Key_A, held=CONTROL)
        self._hand.write("slxl")
        yield lambda: queue.view.model().rowCount() == 1
        self._hand.press(K.Key_A, held=CONTROL)
        self._hand.press(K.Key_Backspace)
        self._desk.selection.choose_incident(self._sheet_id)
        yield self._at_rest
        return "slxl"

    def _close(self) -> Steps:
        """Feed back and close."""
        hand = self._hand
        panels = self._window.details.parts.panels
        hand.press(K.Key_F8)
        yield lambda: panels.feedback.form.fields["class_code"].is_reached
        hand.press(K.Key_Return)
        hand.write("xctj")
        hand.press(K.Key_Return)
        hand.write("双方和解")
        hand.press(K.Key_Return, held=CONTROL)
        yield lambda: (card := self._card()) is not None and card.fed_back
        yield self._at_rest
        hand.press(K.Key_F9)
        yield lambda: panels.closing.form.fields["result"].is_reached
        hand.write("xctj")
        hand.press(K.Key_Return)
        hand.press(K.Key_Return, held=CONTROL)
        yield lambda: self._card() is None
        read: list[Dossier | None] = []
        self._desk.store.ask(read_dossier, read.append, self._sheet_id)
        yield lambda: read
        dossier = read[0]
        if dossier is None or dossier.card.state is not IncidentState.CLOSED:
            raise CheckError(f"the sheet is {dossier.card.state.value if dossier else 'away'}")
        self._number = dossier.card.number
        return f"{len(dossier.entries)} entries"

    def _verify(self) -> Steps:
        yield self._at_rest
        verdict: list[Verdict] = []
        self._desk.store.ask(verify, verdict.append)
        yield lambda: verdict
        if verdict[0].misfit is not None:
            raise CheckError(f"{verdict[0].misfit}")
        return f"{verdict[0].records} records"

    def _print(self) -> Steps:
        """Print the sheet to a file, beside the window."""
        file = self._folder / "sheet.pdf"
        written: list[tuple[str, int]] = []
        printing = self._station.printing
        printing.written.connect(lambda path, pages: written.append((path, pages)))
        printing.save_sheet(self._sheet_id, file)
        yield lambda: written
        head = file.read_bytes()
        if not head.startswith(b"%PDF-") or len(head) < PDF_BYTES:
            raise CheckError(f"{len(head)} bytes that begin with {head[:5]!r}")
        return f"{written[0][1]} page(s), {len(head)} bytes"

    def _lists(self) -> Steps:
        """Write agencies and contacts out and take them in again: nothing may have changed."""
        yield self._at_rest
        store, out, back = self._desk.store, list[Lists](), list[Change]()
        store.ask(lists_out, out.append, self._folder)
        yield lambda: out
        for name, rows in out[0].items():
            store.do(import_listing, name, rows, then=back.append)
        yield lambda: len(back) == len(out[0])
        if any(change.added or change.changed or change.ended for change in back):
            raise CheckError(f"what went out came back otherwise: {back}")
        return ", ".join(f"{name} {len(rows)}" for name, rows in out[0].items())

    def _region(self) -> Steps:
        """Make a region of a small town, where the libraries of geometry and graphs must all be there."""
        found: list[str] = []
        self._desk.store.ask(town_built, found.append, self._folder)
        yield lambda: found
        return found[0]

    def _backup(self) -> Steps:
        """Copy the store in use, bring the copy back elsewhere, and find the sheet in it."""
        yield self._at_rest
        found: list[str] = []
        store = self._station.database.path
        self._desk.store.ask(copy_and_bring_back, found.append, store, self._folder, self._number)
        yield lambda: found
        return found[0]

    def _outside(self) -> Steps:
        yield bool_true
        refused = self._window.map.view.requests_refused
        if refused:
            raise CheckError(f"the page asked for {refused} addresses that are not ours")
        far = connections()
        if far:
            raise CheckError(f"connected to {' '.join(far)}")
        return "0 requests, 0 connections" if can_look() else "0 requests"

    def _card(self) -> IncidentCard | None:
        return self._desk.store.board.get(IncidentCard, self._sheet_id)

    def _unit(self) -> UnitCard:
        return next(iter(self._desk.store.board.all(UnitCard).values()))

    def _stands(self, state: AssignmentState) -> bool:
        return self._unit().status == state

    def _at_rest(self) -> bool:
        return self._desk.store.writing == 0 and self._desk.store.reading == 0


def bool_true() -> bool:
    """Wait for nothing."""
    return True


def rgb(colour: int) -> tuple[int, int, int]:
    """Return red, green and blue of 0x..RRGGBB."""
    return (colour >> 16) & 255, (colour >> 8) & 255, colour & 255
