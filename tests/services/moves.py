"""Every command of the trade with arguments drawn from what a store holds: legal, illegal and plain wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from math import nan
from typing import Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.advice import Advice
from models.agency import Agency
from models.checklist import Question, QuestionKind
from models.checklist import Step as CheckStep
from models.organisation import OrganisationKind
from models.place import Place
from models.reason import NONE, Reason
from models.reminder import Awaited
from models.state import ACTIVE, OPEN_INCIDENT, OPEN_ORDER, READY, CallState, Duty
from models.stop import OPEN_STOP
from models.term import Term
from models.watch import Post, Site
from services import (
    alarming,
    closing,
    directory,
    dispatching,
    diverting,
    fleet,
    forewarning,
    linkage,
    linking,
    marking,
    naming,
    party,
    prompting,
    reminding,
    taking,
    timeline,
    watchkeeping,
)
from services.database import Database
from services.dictionary import checklist, importing
from services.dictionary.listing import Row
from services.exchange import Parcel, posting, receiving
from services.exchange.message import ANSWERS, FED_BACK, Message
from services.exchange.photo import note_of
from services.fraud import stopping, warning
from services.journal.fold import table_of
from services.prompting import Outline
from tests.services.desk import HERE, NOON, PLAIN

T = TypeVar("T")
Step = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class Pick(Protocol):
    """Chooses one of several."""

    def __call__(self, some: Sequence[T], /) -> T:
        """Return one of them."""


KINDS = (
    "call",
    "incident",
    "assignment",
    "agency_order",
    "unit",
    "agency",
    "agency_contact",
    "organisation",
    "beat",
    "entry",
    "party",
    "feedback",
    "alias",
    "checklist",
    "marking",
    "stop_order",
    "warning_order",
    "diversion",
)


class World:
    """The keys of what there is, and where the next ones come from."""

    def __init__(self, db: Database, fresh: Callable[[], str], pick: Pick) -> None:
        self.fresh = fresh
        self.pick = pick
        self._ids = db.read(ids_by_kind)
        self._live = db.read(live_by_kind)
        self.codes = db.read(lambda session: list(session.scalars(select(Agency.code))))

    def some(self, kind: str) -> str:
        """Return a key of the kind, the newest ones more often; one that is not there if there is none."""
        ids = self._ids[kind]
        live = self._live.get(kind, ids)
        which = self.pick(("live", "live", "live", "any"))
        if live and which == "live":
            return self.pick(live[-3:])
        return self.pick(ids[-8:]) if ids else "nobody"

    def text(self) -> str:
        """Return something that people write: also nothing, too much, or control characters."""
        return self.pick(["正常", "a\x00b\r\n", "", "  ", "很" * 4001, "<b>&'\"", "喀\u2028𪚥"])

    def reason(self) -> str:
        """Return a reason; rarely none."""
        return self.pick(["误派", "就近", "换班", ""])

    def chosen(self) -> Reason | str:
        """Return a reason of one's own, or of a dictionary; there is none here that knows it."""
        given: list[Reason | str] = ["误派", Reason("换班"), Reason(code="10"), Reason(), ""]
        return self.pick([*given, Reason("很" * 300)])

    def fields(self) -> dict[str, Any]:
        """Return fields of a sheet; some unknown or unfit."""
        name, value = self.pick(FIELDS)
        other, also = self.pick(FIELDS)
        if name in BODIES:
            value = self.pick([*self._ids["organisation"], None])
        return {name: value, other: None if other in BODIES else also}


BODIES = ("station_id", "station_adjusted_id")
FIELDS: list[tuple[str, Any]] = [
    ("address", "延安北路"),
    ("address", " 钟法路\x07 "),
    ("class_taken", "020100"),
    ("level", 1),
    ("level", None),
    ("level", 9),
    ("place", HERE),
    ("place", None),
    ("place", Place(nan, 24.5, "picked", 0)),
    ("caller_place", Place(117, 24, "cell", 5, 300.0, "gcj02", 117.001, 24.002)),
    ("narrative", "有人摔倒"),
    ("narrative", "长" * 4001),
    ("suspects", 2),
    ("suspects", -1),
    ("weapon", True),
    ("weapon", "yes"),
    ("tags", ["老人", "夜间"]),
    ("tags", [1]),
    ("tags", [" 台风\x00 ", "", "台风"]),
    ("station_id", None),
    ("station_adjusted_id", None),
    ("visited", True),
    ("ministry_number", "P350600"),
    ("plate_type", "D02"),
    ("rescue_level", "D1"),
    ("number", "1"),
    ("nothing", 1),
]


def ids_by_kind(session: Session) -> dict[str, list[str]]:
    """Return the keys of what there is, oldest first."""
    return {
        kind: list(session.scalars(select(table_of(kind).c.id).order_by(table_of(kind).c.id)))
        for kind in KINDS
    }


def live_by_kind(session: Session) -> dict[str, list[str]]:
    """Return the keys of what is still going on."""
    return {
        kind: list(
            session.scalars(
                select(table_of(kind).c.id)
                .where(table_of(kind).c[column].in_(states))
                .order_by(table_of(kind).c.id)
            )
        )
        for kind, (column, states) in LIVE.items()
    }


LIVE: dict[str, tuple[str, Collection[str]]] = {
    "incident": ("state", OPEN_INCIDENT),
    "assignment": ("state", ACTIVE),
    "agency_order": ("state", OPEN_ORDER),
    "call": ("state", (CallState.RINGING, CallState.ABANDONED)),
    "unit": ("duty", READY),
    "entry": ("code", ("note",)),
    "stop_order": ("state", OPEN_STOP),
    "warning_order": ("state", ("open",)),
}


def ring(world: World) -> Step:
    """Draw a ringing call."""
    place = world.pick([None, HERE, Place(nan, 1, "cell", 0)])
    number = world.pick(["13800000001", "", "0596-110\x00"])
    return taking.ring, (), {"id": world.fresh(), "caller_number": number, "place": place}


def body_says(world: World) -> Step:
    """Draw a message of a body about an order."""
    kind = world.pick([*ANSWERS, FED_BACK])
    photo = b"\x89PNG\r\n\x1a\n" + world.pick([b"1", b"2"])
    notes = (note_of("a.png", photo),) if kind == FED_BACK else ()
    message = Message(
        world.pick([world.fresh(), "again"]),
        world.pick([*world.codes, "body"]),
        kind,
        world.some("agency_order"),
        NOON,
        world.pick(["", "王工"]),
        world.text(),
        notes,
    )
    return receiving.take_message, (Parcel(message, (photo,) if notes else ()),), {}


def send_units(world: World) -> Step:
    """Draw one or several units for a sheet."""
    units = [world.some("unit") for _ in range(world.pick([1, 1, 2, 3]))]
    attached = {"self_attached": world.pick([False, False, True])}
    return (
        dispatching.assign_units,
        (world.some("incident"), world.pick([units, units, []])),
        {**attached, "advice": advice(world, units)},
    )


def advice(world: World, units: list[str]) -> dict[str, Advice]:
    """Draw what was advised when units were chosen: nothing, estimates, or that another was left out, with a reason."""
    best = world.some("unit")
    reason = world.pick([NONE, NONE, Reason("更近"), Reason(code="10")])
    given = world.pick([None, Advice(90.5, best, 61.0, best, reason), Advice(None, "", None)])
    return {} if given is None else dict.fromkeys(units[:1], given)


def raise_alarm(world: World) -> Step:
    """Draw an alarm level of a sheet, with units or without."""
    units = world.pick([[], [world.some("unit")], [world.some("unit"), world.some("unit")]])
    words = {"plan": world.text()[:40], "missing": world.text()[:40]}
    level = world.pick([1, 2, 3, 2, 1, 0, 4])
    return (
        alarming.raise_alarm,
        (world.some("incident"), level, units),
        {**words, "advice": advice(world, units)},
    )


def feed_back(world: World) -> Step:
    """Draw a report from the scene."""
    kwargs: dict[str, Any] = {
        "class_code": world.pick(["010100", "030200", ""]),
        "result": world.pick(["01", "02"]),
        "narrative": world.text(),
        "assignment_id": world.pick([None, world.some("assignment")]),
        "particulars": world.pick([None, {"weather": "雨", "lanes": 2}]),
    }
    kwargs |= world.pick([{}, {"injured": 2}, {"injured": -1}, {"evidence": True}, {"what": 1}])
    return closing.feed_back, (world.some("incident"),), kwargs


def draw_beat(world: World) -> Step:
    """Draw a new beat or a new outline of a known one."""
    id = world.pick([world.fresh(), world.some("beat")])
    ring = world.pick(
        [
            [[117.6, 24.5], [117.7, 24.5], [117.7, 24.6]],
            [[117.6, 24.5]],
            [[1.0, 2.0], [nan, 2], [3, 4]],
        ]
    )
    return fleet.draw_beat, (), {"id": id, "code": "B1", "name": "一警区", "ring": ring}


def add_beat(world: World) -> Step:
    """Draw a beat without an outline: new, of a code that is known, or of no body."""
    body = world.pick([None, world.some("organisation")])
    more = {"officer": world.text(), "phone": "0596-110", "organisation_id": body}
    code = world.pick(["B1", world.fresh()])
    return fleet.add_beat, (), {"id": world.fresh(), "code": code, "name": "二警区", **more}


def change_beat(world: World) -> Step:
    """Change a beat."""
    fields = world.pick([{"officer": "陈某"}, {"code": "B1"}, {"name": ""}, {"phone": "110"}])
    return fleet.change_beat, (world.some("beat"), fields), {}


LINE = [[117.646, 24.513], [117.648, 24.514]]
RING = [[117.64, 24.51], [117.65, 24.51], [117.65, 24.52], [117.64, 24.51]]
SHAPES: list[tuple[str, str, list[list[float]], float | None]] = [
    ("closure", "line", LINE, None),
    ("closure", "line", LINE[:1], None),
    ("closure", "area", RING, None),
    ("closure", "circle", LINE[:1], 200.0),
    ("cordon", "area", RING, None),
    ("cordon", "area", [*LINE, LINE[0]], None),
    ("cordon", "circle", LINE[:1], 200.0),
    ("cordon", "circle", LINE[:1], nan),
    ("cordon", "circle", [[nan, 24.5]], 200.0),
]
MARKING_FIELDS: list[dict[str, Any]] = [
    {"code": "10", "note": "北侧\x07"},
    {"note": "很" * 4001},
    {"one_way": True},
    {"one_way": "yes"},
    {"ends_at": None},
    {"begins_at": 5, "ends_at": 10**14},
    {"ends_at": 1},
    {"ends_at": "soon"},
    {"drawn_by": "350009"},
    {},
]


def draw_marking(world: World) -> Step:
    """Draw a closure or a cordon, for a sheet or for none; some of it unfit."""
    kind, form, points, radius = world.pick(SHAPES)
    sheet = world.pick((None, world.some("incident")))
    more = {"id": world.fresh(), "radius": radius, "incident_id": sheet}
    return marking.draw_marking, (kind, form, points), {**more, **world.pick(MARKING_FIELDS)}


UNIT_FIELDS: list[tuple[str, Any]] = [
    ("call_sign", "漳101"),
    ("call_sign", "漳999"),
    ("call_sign", ""),
    ("leader", "陈志强"),
    ("phone", "无"),
    ("phone", "+86 596 110"),
    ("crew", 3),
    ("crew", -1),
    ("kind", "boat"),
    ("kind", "rocket"),
    ("capabilities", ["水上", "破门"]),
    ("organisation_id", None),
    ("beat_id", "nowhere"),
    ("duty", "patrol"),
]


def change_unit(world: World) -> Step:
    """Draw a change of what is known of a unit; some of it unfit."""
    name, value = world.pick(UNIT_FIELDS)
    if name == "organisation_id":
        value = world.some("organisation")
    return fleet.change_unit, (world.some("unit"), {name: value}), {}


def change_organisation(world: World) -> Step:
    """Draw a change of a police body, also one that would put it above itself."""
    name, value = world.pick(
        [("name", "新名"), ("name", ""), ("phone", "110"), ("kind", "squad"), ("code", "3506")]
    )
    fields = {name: value, **world.pick([{}, {"parent_id": world.some("organisation")}])}
    return fleet.change_organisation, (world.some("organisation"), fields), {}


def an_agency(world: World) -> Step:
    """Draw a new agency; some of it unfit."""
    kind = world.pick(["utility", "rescue", "rescue", "circus"])
    code = world.pick(["W1", world.fresh()])
    fields = {
        "code": code,
        "name": world.text()[:50],
        "kind": kind,
        "takes": world.pick([[], [], [], ["x"]]),
    }
    return directory.add_agency, (), {"id": world.fresh(), **fields}


CONTACT_FIELDS: list[dict[str, Any]] = [
    {"name": "老陈", "phone": "13800000000", "duty_from": "18:00", "duty_to": "8:00"},
    {"rank": 1},
    {"rank": 0},
    {"duty_from": "25:00", "duty_to": "26:00"},
    {"duty_from": "", "duty_to": "08:00"},
    {"name": "值班", "begins_at": NOON, "ends_at": NOON + 3_600_000, "rank": 1},
    {"name": "值班", "begins_at": NOON + 1, "ends_at": NOON + 9_600_000, "rank": 1},
    {"begins_at": NOON},
    {"begins_at": NOON, "ends_at": NOON},
    {"phone": "无"},
    {},
]


STOP_FIELDS: list[dict[str, Any]] = [
    {
        "victim_name": "林小红",
        "payer_bank": "中国农业银行",
        "amount_fen": 3_500_000,
        "transferred_at": NOON - 600_000,
    },
    {"victim_name": "林小红", "note": "再核"},
    {"amount_fen": 0},
    {"transferred_at": NOON * 2},
    {"nothing": "x"},
    {},
]
PAYEES: list[list[dict[str, Any]]] = [
    [{"account": "6222 0214 0200 1234 563", "bank": "中国工商银行", "amount_fen": 3_500_000}],
    [{"account": "6217001820001234560", "holder": "李四"}, {"account": "a@b.cn"}],
    [{"account": "12345678"}, {"account": "12345678"}],
    [{"account": "?"}],
    [],
]


def enter_levels(session: Session, *, at: int, by: str) -> None:
    """Enter the levels of warnings (one opens a sheet, one is to be answered in time, one only listed) and limits."""
    levels: dict[str, dict[str, str]] = {
        "urgent": {"route": "sheet", "sheet_level": "2"},
        "high": {"route": "visit", "within": "24h"},
        "low": {"route": "list"},
    }
    for code, extra in levels.items():
        names = {"dictionary": "warning_level", "code": code, "name": code}
        session.add(Term(id=f"warning_level:{code}:", **names, extra=extra))
    bodies = list(session.scalars(select(Agency.code)))
    for code in ("hotline", "car_move"):
        # Time to agree that a walk of a second a command can see the end of.
        extra = {"body": bodies[0] if bodies else "", "settle_within": "1m", "channels": "0901"}
        names = {"dictionary": "diversion", "code": code, "name": code}
        session.add(Term(id=f"diversion:{code}:", **names, extra=extra))
    within = {"sign_within": "5m", "arrive_within": "30m", "feed_back_within": "24h"}
    session.add(
        Term(id="service_limit:*:", dictionary="service_limit", code="*", name="*", extra=within)
    )


def import_units(world: World) -> Step:
    """Draw a small file of units, whole or replacing."""
    signs = world.pick([["漳101"], ["漳101", "漳901"], ["漳902"], []])
    rows = [
        Row(line, (sign,), {"call_sign": sign, "leader": world.text()[:9], "capabilities": ()})
        for line, sign in enumerate(signs, 2)
    ]
    how = {"replace": world.pick([*[False] * 9, True])}
    return importing.import_listing, ("units", rows), how


def on(
    kind: str, command: Callable[..., Any], *more: Callable[[World], Any]
) -> Callable[[World], Step]:
    """Return a draw of a command on one thing of a kind, with more arguments."""
    return lambda world: (command, (world.some(kind), *(draw(world) for draw in more)), {})


def sheet(world: World) -> str:
    """Draw a sheet."""
    return world.some("incident")


def station(world: World) -> Step:
    """Draw a police body."""
    kind = world.pick(list(OrganisationKind))
    fields = {"kind": kind, "code": world.pick(["3506", world.fresh()]), "parent_id": None}
    return fleet.add_organisation, (), {"id": world.fresh(), "name": world.text(), **fields}


def sign_on(world: World) -> Step:
    """Draw somebody who sits down at the seat: known, new, or with no name."""
    number = world.pick(["350001", "350002", "", "35 01", "9" * 21])
    where = {"site": world.pick(list(Site)), "post": world.pick(list(Post))}
    more = {"seat_name": world.pick(["一席", ""]), "handover": world.text()}
    name = world.pick(["陈某", "林某", ""])
    return watchkeeping.sign_on, (number, name), {"id": world.fresh(), **where, **more}


def outline(world: World) -> Outline:
    """Draw a checklist; some of it unfit."""
    questions = (
        Question("weapon", CheckStep.TAKING, QuestionKind.YES_NO, "有凶器吗？", must=True)
        if world.pick([True, False])
        else WEAPON,
        Question("said", CheckStep.SCENE, QuestionKind.TEXT, world.pick(["说了什么？", ""])),
    )
    code = world.pick(["fight", "fight", "other", "x y"])
    classes = world.pick([("020100",), ("02",), ()])
    return Outline(code, "打架", "", classes, world.pick([(), ("摔倒",)]), questions)


WEAPON = Question(
    "weapon",
    CheckStep.TAKING,
    QuestionKind.YES_NO,
    "有凶器吗？",
    must=True,
    level={"yes": 2},
    needs={"yes": ("armed",)},
    marks={"yes": "weapon"},
)
WARNED = (
    Row(2, ("Y1",), {"number": "Y1", "level": "high", "phone": "13850001234"}),
    Row(3, ("Y2",), {"number": "Y2", "level": "urgent", "name": "林小红"}),
)
AMENDED: list[dict[str, Any]] = [
    {"persons": 3, "vehicles": 2, "boats": 1, "recording": "R1", "close_note": "已交接\x07"},
    {"persons": 2},
    {"boats": -1},
    {"vehicles": True},
    {"close_note": "长" * 4001},
    {"recording": None},
    {"state": "finished"},
    {},
]
MOVES: Mapping[str, Callable[[World], Step]] = {
    "ring": ring,
    "answer": lambda w: (taking.answer, (w.some("call"),), {"id": w.fresh()}),
    "hang_up": lambda w: (
        taking.hang_up,
        (w.some("call"),),
        w.pick([{}, {}, {"end": "caller"}, {"end": "lost"}, {"end": "nobody"}]),
    ),
    "mark_nuisance": lambda w: (
        taking.mark_nuisance,
        (w.some("incident"),),
        {"on": w.pick([True, False])},
    ),
    "note_try": on("call", taking.note_try),
    "verify_call": lambda w: (taking.verify_call, (w.some("call"),), {"id": w.fresh()}),
    "supplement_call": lambda w: (
        taking.supplement_call,
        (w.some("call"),),
        w.pick([{"recording": "R-1"}, {"recording": ""}, {"recording": None, "rang_back_at": 1}]),
    ),
    "dismiss_call": on("call", taking.dismiss_call),
    "open_sheet": lambda w: (taking.open_sheet, (), {"id": w.fresh(), "fields": w.fields()}),
    "save_draft": on("incident", taking.save_draft, World.fields),
    "change_sheet": lambda w: (
        taking.change_sheet,
        (w.some("incident"), w.fields()),
        {"hang_up_call": w.pick([False, True])},
    ),
    "complete_sheet": lambda w: (
        taking.complete_sheet,
        (w.some("incident"), w.pick([PLAIN, PLAIN, w.fields(), None])),
        w.pick([{}, {"hang_up_call": False}, {"proposal": ("death", 2, "没气了\x00")}]),
    ),
    "strike_sheet": on("incident", taking.strike_sheet, World.reason),
    "assign_units": send_units,
    "raise_alarm": raise_alarm,
    "deliver": on("assignment", dispatching.deliver),
    "sign": lambda w: (dispatching.sign, (w.some("assignment"),), {"signer": w.text()}),
    "depart": on("assignment", dispatching.depart),
    "arrive": on("assignment", dispatching.arrive),
    "finish": lambda w: (
        dispatching.finish,
        (w.some("assignment"),),
        {"duty": w.pick([Duty.RETURNING, Duty.STANDBY, Duty.ESCORT])},
    ),
    "cancel": on("assignment", dispatching.cancel, World.chosen),
    "ask_return": on("assignment", dispatching.ask_return, World.chosen),
    "decide_return": lambda w: (
        dispatching.decide_return,
        (w.some("assignment"),),
        {"accept": w.pick([True, False])},
    ),
    "move_unit": on("assignment", dispatching.move_unit, sheet),
    "amend_assignment": lambda w: (
        dispatching.amend_assignment,
        (w.some("assignment"), w.pick(AMENDED)),
        {},
    ),
    "set_main_unit": on("assignment", dispatching.set_main_unit),
    "feed_back": feed_back,
    "strike_feedback": on("feedback", closing.strike_feedback, World.reason),
    "close": on("incident", closing.close, lambda w: w.pick(["01", "01", ""])),
    "visit_back": lambda w: (
        closing.visit_back,
        (w.some("incident"), w.pick(["1", "2", "3", "9", ""]), w.text()),
        {},
    ),
    "reopen": on("incident", closing.reopen, World.reason),
    "return_sheet": on("incident", closing.return_sheet, World.chosen),
    "accept_returned": on("incident", closing.accept_returned),
    "link": on("incident", linking.link, sheet, lambda w: w.pick(["1", "2", "3", "4", "9"])),
    "unlink": on("incident", linking.unlink),
    "merge": on("incident", linking.merge, sheet),
    "unmerge": on("incident", linking.unmerge),
    "send_order": lambda w: (
        linkage.send_order,
        (w.some("incident"), w.some("agency"), w.text()),
        {"id": w.fresh()},
    ),
    "deliver_order": on("agency_order", linkage.deliver_order),
    "depart_order": on("agency_order", linkage.depart_order),
    "call_police": on("agency_order", linkage.call_police, World.text),
    "answer_police": on("agency_order", linkage.answer_police, World.text),
    "ring_agency": on("agency_order", linkage.ring_agency),
    "agency_rung": on("agency_order", linkage.agency_rung, World.text),
    "remind_order": on(
        "agency_order",
        linkage.remind_order,
        lambda w: w.pick(["sign", "arrive", "feed_back", "dance"]),
        lambda w: w.pick([1, 1, 2, 3, 0, 10]),
    ),
    "mark_posted": on("agency_order", posting.mark_posted, lambda w: w.pick([1, 2, 3, 9])),
    "take_message": body_says,
    "sign_order": on("agency_order", linkage.sign_order),
    "arrive_order": on("agency_order", linkage.arrive_order),
    "feed_back_order": on("agency_order", linkage.feed_back_order, World.text),
    "return_order": on("agency_order", linkage.return_order, World.reason),
    "cancel_order": on("agency_order", linkage.cancel_order, World.reason),
    "divert": lambda w: (
        diverting.divert,
        (w.some("incident"), w.pick(["hotline", "hotline", "car_move", "nowhere"])),
        {"id": w.fresh(), "plate": w.pick(["闽E12345", ""]), "text": w.pick(["", w.text()])},
    ),
    "join_three": on("incident", diverting.join_three),
    "agree": on("incident", diverting.agree, lambda w: w.pick(["police", "other", "nobody"])),
    "settle_dispute": on("diversion", diverting.settle_dispute),
    "visit_diversion": on(
        "incident", diverting.visit_diversion, lambda w: w.pick(["1", "2", "3", "4"]), World.text
    ),
    "write_stop": lambda w: (
        stopping.write_stop,
        (w.some("incident"), w.pick([*STOP_FIELDS[:1] * 9, *STOP_FIELDS]), w.pick(PAYEES)),
        {"id": w.fresh()},
    ),
    "change_stop": on(
        "stop_order", stopping.change_stop, lambda w: w.pick(STOP_FIELDS), lambda w: w.pick(PAYEES)
    ),
    "submit_stop": on("stop_order", stopping.submit_stop),
    "accept_stop": on("stop_order", stopping.accept_stop),
    "settle_stop": on(
        "stop_order",
        stopping.settle_stop,
        lambda w: w.pick([*[100] * 6, None, 0, 10**15, -1]),
        lambda w: w.pick(["已止付", w.text()]),
    ),
    "release_stop": on("stop_order", stopping.release_stop, World.reason),
    "withdraw_stop": on("stop_order", stopping.withdraw_stop, World.reason),
    "take_warning": lambda w: (
        warning.take_warning,
        (w.pick(["urgent", "high", "low", "none"]),),
        {"id": w.fresh(), "name": w.pick(["林小红", ""]), "text": w.text()},
    ),
    "accept_warning": on("warning_order", warning.accept_warning),
    "import_warnings": lambda w: (forewarning.import_warnings, (w.pick([(), WARNED]),), {}),
    "end_warning": on("warning_order", warning.end_warning, World.text),
    "cancel_warning": on("warning_order", warning.cancel_warning, World.reason),
    "write_note": on("incident", timeline.write_note, World.text),
    "strike_entry": on("entry", timeline.strike_entry),
    "add_party": lambda w: (
        party.add_party,
        (w.some("incident"),),
        {"id": w.fresh(), "role": w.pick(["10", "20", ""]), "name": w.text()},
    ),
    "change_party": lambda w: (
        party.change_party,
        (w.some("party"),),
        w.pick(
            [{w.pick(["phone", "note", "nothing"]): w.text()}, {"key_person": True}, {"deputy": 1}]
        ),
    ),
    "strike_party": on("party", party.strike_party),
    "set_duty": on("unit", fleet.set_duty, lambda w: w.pick(list(Duty))),
    "add_unit": lambda w: (
        fleet.add_unit,
        (),
        {
            "id": w.fresh(),
            "call_sign": w.pick(["漳201", "x" * 21, *[f"巡{w.fresh()[-8:]}"] * 4]),
            "duty": w.pick([Duty.PATROL, Duty.STANDBY]),
            "leader": w.pick(["陈队\x07", "王" * 201]),
        },
    ),
    "add_agency": an_agency,
    "change_agency": on(
        "agency",
        directory.change_agency,
        lambda w: w.pick(
            [
                *({"name": "新名"}, {"code": "W1"}, {"note": "备"}, {"name": ""}),
                *({"areas": ["nowhere"]}, {"valid_to": "2030-01-01"}, {"valid_to": "morgen"}),
            ]
        ),
    ),
    "retire_agency": on("agency", directory.retire_agency),
    "add_contact": lambda w: (
        directory.add_contact,
        (w.some(w.pick(["agency", "organisation"])),),
        {"id": w.fresh(), **w.pick(CONTACT_FIELDS)},
    ),
    "change_contact": on(
        "agency_contact", directory.change_contact, lambda w: w.pick(CONTACT_FIELDS)
    ),
    "retire_contact": on("agency_contact", directory.retire_contact),
    "log_call": on("incident", directory.log_call, World.text, lambda w: w.pick(["110", ""])),
    "check_in": on("unit", fleet.check_in),
    "change_unit": change_unit,
    "retire_unit": on("unit", fleet.retire_unit),
    "import_listing": import_units,
    "change_organisation": change_organisation,
    "retire_organisation": on("organisation", fleet.retire_organisation),
    "add_organisation": station,
    "draw_beat": draw_beat,
    "add_beat": add_beat,
    "change_beat": change_beat,
    "retire_beat": on("beat", fleet.retire_beat),
    "sign_on": sign_on,
    "add_alias": lambda w: (
        naming.add_alias,
        (w.text(), w.pick([HERE, HERE, Place(nan, 24.5, "picked", 0)])),
        {"id": w.fresh(), "stands_for": w.text()},
    ),
    "change_alias": lambda w: (
        naming.change_alias,
        (
            w.some("alias"),
            w.pick(
                [{"name": w.text()}, {"stands_for": w.text(), "within": "芗城区"}, {"lon": "1"}]
            ),
        ),
        {},
    ),
    "retire_alias": on("alias", naming.retire_alias),
    "answer_question": lambda w: (
        prompting.answer_question,
        (w.some("incident"), w.some("checklist"), w.pick(["weapon", "weapon", "said", "none"])),
        {"value": w.pick(["yes", "yes", "no", "", "很急\x07"])},
    ),
    "save_checklist": lambda w: (prompting.save_checklist, (outline(w),), {}),
    "retire_checklist": lambda w: (
        prompting.retire_checklist,
        (w.pick(["fight", "other", "nothing"]),),
        {},
    ),
    "import_checklists": lambda w: (
        checklist.import_checklists,
        ([outline(w)],),
        {"replace": w.pick([False, True])},
    ),
    "draw_marking": draw_marking,
    "change_marking": lambda w: (
        marking.change_marking,
        (w.some("marking"), w.pick(MARKING_FIELDS)),
        {},
    ),
    "lift_marking": lambda w: (marking.lift_marking, (w.some("marking"), w.reason()), {}),
    "remind": lambda w: (
        reminding.remind,
        (w.some("assignment"), w.pick([*Awaited, "nothing"]), w.pick([1, 2, 3, 0])),
        {},
    ),
    "answer_reminder": lambda w: (
        reminding.answer_reminder,
        (w.some("assignment"),),
        {"words": w.text()},
    ),
    "note_handover": lambda _world: (watchkeeping.note_handover, (), {}),
    "sign_off": lambda w: (watchkeeping.sign_off, (), {"handover": w.text()}),
}
# What leads somewhere comes up more often than what only adds more things.
ONWARD = """
    remind remind answer_reminder save_checklist save_checklist answer_question answer_question
    sign_on note_handover add_agency add_contact change_contact
    open_sheet complete_sheet complete_sheet complete_sheet complete_sheet add_unit add_unit
    assign_units assign_units assign_units assign_units raise_alarm sign depart arrive arrive finish
    ask_return decide_return move_unit close reopen merge unmerge send_order feed_back
    write_stop write_stop submit_stop submit_stop accept_stop
""".split()
NAMES = (*sorted(MOVES), *ONWARD)
