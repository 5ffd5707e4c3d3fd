"""The alarm level of an incident: what its plan proposes, in words, and the next tier by one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject

from models.board import IncidentCard, UnitCard
from models.errors import CodedError
from models.plan import Demand, demand_text
from models.state import PROGRESS
from services.alarming import raise_alarm
from services.recommending.proposal import Proposal
from ui.advice import Advised
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.plan import demands_text
from ui.refusal import sentence
from ui.wording import state_name

LEVELS = {
    1: QT_TRANSLATE_NOOP("Alarm", "一级出动"),
    2: QT_TRANSLATE_NOOP("Alarm", "二级出动"),
    3: QT_TRANSLATE_NOOP("Alarm", "三级出动"),
}
OFFER = QT_TRANSLATE_NOOP("Alarm", "预案“{plan}”{level}：{wanted} → ★ {units}")
NOBODY = QT_TRANSLATE_NOOP("Alarm", "无人可派")
MISSING = QT_TRANSLATE_NOOP("Alarm", "；缺 {missing}")
STANDBY = QT_TRANSLATE_NOOP("Alarm", "；备勤 {units}")
SENT = QT_TRANSLATE_NOOP("Alarm", "{level}：已派 {units}{missing}")
NO_MORE = QT_TRANSLATE_NOOP("Alarm", "预案“{plan}”没有更高的出动级别。")
NO_PLAN = QT_TRANSLATE_NOOP("Alarm", "没有适用的预案。")

Done = Callable[[Any], None]
Failed = Callable[[CodedError], None]


def offer_text(desk: Desk, proposal: Proposal) -> str:
    """Return what a plan proposes, "" where it wants nothing more."""
    if proposal.plan is None or not proposal.tier:
        return ""
    wanted = demands_text((one.demand, one.demand.count) for one in proposal.filled)
    text = translate("Alarm", OFFER).format(
        plan=desk.trade.word(proposal.plan),
        level=translate("Alarm", LEVELS[proposal.tier]),
        wanted=wanted,
        units=signs(desk, proposal.unit_ids) or translate("Alarm", NOBODY),
    )
    text += missing_text(proposal.missing)
    standing_by = [id for one in proposal.standby for id in one.unit_ids]
    if standing_by:
        text += translate("Alarm", STANDBY).format(units=signs(desk, standing_by))
    return text


def missing_text(missing: Iterable[tuple[Demand, int]]) -> str:
    """Return what nobody answers, "" nothing."""
    words = demands_text(missing)
    return translate("Alarm", MISSING).format(missing=words) if words else ""


def signs(desk: Desk, ids: Iterable[str]) -> str:
    """Return the call signs of units."""
    units = desk.store.board.all(UnitCard)
    return " ".join(units[id].call_sign for id in ids if id in units)


class AlarmRaiser(QObject):
    """Calls the next alarm level of the selected incident, and says who went and what is missing."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._raising = ""
        desk.actions["dispatch.raise"].setAutoRepeat(False)
        desk.actions.on({"dispatch.raise": self.raise_next})

    def raise_next(self) -> None:
        """Work out what the next level of the selected incident wants, and send it."""
        incident = self._desk.incident()
        if incident is None or incident.state not in PROGRESS:
            self._desk.say("info", lambda: self._why_not(incident))
            return
        if self._raising:
            return
        self._raising = incident.id
        self._desk.advice.ask_next(incident.id, self._take)

    def send(
        self, incident_id: str, advised: Advised, words: str, *, then: Done, failed: Failed
    ) -> None:
        """Call the alarm level of a proposal and send its units."""
        proposal = advised.proposal
        open_demands = (Demand(one.wanted, one.crew, many) for one, many in proposal.missing)
        self._desk.store.do(
            raise_alarm,
            incident_id,
            proposal.tier,
            list(proposal.unit_ids),
            plan=proposal.plan.code if proposal.plan is not None else "",
            missing=" ".join(map(demand_text, open_demands)),
            instruction=words,
            advice=advised.advices(proposal.unit_ids),
            then=then,
            failed=failed,
        )

    def _take(self, advised: Advised) -> None:
        proposal = advised.proposal
        if not proposal.tier:
            self._raising = ""
            self._desk.say("info", lambda: self._no_more(proposal))
            return

        def done(_result: object) -> None:
            self._raising = ""
            kind = "warning" if proposal.missing else "info"
            self._desk.say(kind, lambda: self._sent(proposal))

        def failed(error: CodedError) -> None:
            self._raising = ""
            self._desk.say("warning", lambda: sentence(error))

        self.send(advised.incident_id, advised, "", then=done, failed=failed)

    def _sent(self, proposal: Proposal) -> str:
        return translate("Alarm", SENT).format(
            level=translate("Alarm", LEVELS[proposal.tier]),
            units=signs(self._desk, proposal.unit_ids) or translate("Alarm", NOBODY),
            missing=missing_text(proposal.missing),
        )

    def _no_more(self, proposal: Proposal) -> str:
        if proposal.plan is None:
            return translate("Alarm", NO_PLAN)
        return translate("Alarm", NO_MORE).format(plan=self._desk.trade.word(proposal.plan))

    def _why_not(self, incident: IncidentCard | None) -> str:
        if incident is None:
            return self.tr("请先在队列中选中要派警的警情。")
        state = state_name(incident.state.value)
        return self.tr("这张警单现在是“%1”，不能派警。").replace("%1", state)
