"""The exchange with bodies: whole messages only, each once, nothing lost; what will not do is set aside and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.agency import AgencyOrder, Photo, PhotoBytes
from models.board import IncidentCard, OrderLine
from models.errors import RuleError, TroubleError
from models.state import OrderState
from services.dossier import read_dossier
from services.exchange import (
    Answer,
    Body,
    Mailbox,
    boxes,
    collect,
    mark_posted,
    open_box,
    postings,
    put_out,
    settle,
    take_message,
)
from services.exchange.mailbox import post, waiting
from services.exchange.message import ANSWERS, FED_BACK, Message, read_message, write_message
from services.linkage import cancel_order, feed_back_order, send_order, sign_order
from tests.services.desk import NOON, Desk

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 9
SCHEMA = Path(__file__).parents[3] / "resources" / "exchange" / "message.schema.json"


class Town:
    """A desk and one body with a folder between them."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        self.root = folder / "exchange"
        self.agency = self.desk.agency()
        self.code = self.agency[-4:]
        self.box = open_box(self.root, self.code)
        self.body = Body(self.box, self.code)
        self.sheet = self.desk.sheet()
        self.order = self.desk.fresh()
        self.desk.do(send_order, self.sheet, self.agency, "管道爆裂，请抢修", id=self.order)

    def post(self) -> int:
        """Put out what the body has not heard."""
        some = self.desk.db.read(postings, [self.code])
        put_out(self.box, some)
        for it in some:
            self.desk.do(mark_posted, it.order_id, it.revision)
        return len(some)

    def collect(self) -> list[str]:
        """Take what the body said; return the codes of what was refused."""
        refused = []
        for arrived in collect(boxes(self.root)):
            error = arrived.error
            if arrived.parcel is not None:
                try:
                    self.desk.do(take_message, arrived.parcel)
                except RuleError as why:
                    error = why
            settle(self.box, arrived, error, self.desk.now)
            refused += [error.code] if error is not None else []
        return refused

    def line(self) -> OrderLine:
        """Return the order as the board has it."""
        (line,) = self.desk.board.all(IncidentCard)[self.sheet].orders
        return line

    def say(self, kind: str, text: str = "", photos: tuple[Path, ...] = ()) -> str:
        """Let the body answer."""
        given = Answer(self.order, kind, "王工", text, photos)
        return self.body.answer(given, at=self.desk.now)

    def look(self) -> Any:
        """Return the order as the body sees it."""
        return next(it for it in self.body.look(at=self.desk.now, by="值班") if it.id == self.order)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """An order was sent; nothing is put out yet."""
    return Town(tmp_path)


def test_an_order_goes_to_its_body_and_comes_back_step_by_step_with_a_photo(
    town: Town, tmp_path: Path
) -> None:
    photo = tmp_path / "修好了.png"
    photo.write_bytes(PNG)
    assert town.post() == 1
    assert town.look().text == "管道爆裂，请抢修"
    for kind, state in (
        ("delivered", OrderState.DELIVERED),
        ("signed", OrderState.SIGNED),
        ("departed", OrderState.DEPARTED),
        ("arrived", OrderState.ARRIVED),
    ):
        if kind != "delivered":
            town.say(kind)
            assert town.look().unheard
        assert town.collect() == []
        assert town.line().state is state
        assert town.post() == 1
        assert (town.look().state, town.look().unheard) == (state, False)
    town.say("police", "有人阻拦施工")
    assert town.collect() == []
    assert town.line().wants_police
    town.say(FED_BACK, "阀门已换，恢复供水", (photo,))
    assert town.collect() == []
    assert (town.line().state, town.line().answer) == (OrderState.FED_BACK, "阀门已换，恢复供水")
    (kept,) = town.desk.db.read(lambda session: session.scalars(select(Photo)).all())
    data = town.desk.db.read(lambda session: session.get_one(PhotoBytes, kept.sha256).data)
    assert (kept.order_id, kept.media, kept.size, data) == (
        town.order,
        "image/png",
        len(PNG),
        PNG,
    )
    dossier = town.desk.db.read(read_dossier, town.sheet)
    assert dossier is not None
    told = [entry.code for entry in dossier.entries]
    assert told[-6:] == [
        *("order.delivered", "order.signed", "order.departed", "order.arrived"),
        *("order.police_asked", "order.fed_back"),
    ]
    town.desk.check()


def test_a_crash_at_any_place_between_two_folders_loses_and_doubles_nothing(town: Town) -> None:
    # The desk went down after it wrote the file and before it noted that.
    put_out(town.box, town.desk.db.read(postings, [town.code]))
    assert town.post() == 1
    assert len(waiting(town.box.to)) == 1
    town.look()
    town.say("signed")
    (delivered, signed) = collect(boxes(town.root))
    for arrived in (delivered, signed):
        assert arrived.parcel is not None
        town.desk.do(take_message, arrived.parcel)
    before = town.desk.rows()
    # It went down before the files were put away: they are read again, by a desk that knows nothing of that.
    assert town.collect() == []
    assert town.desk.rows() == before
    assert waiting(town.box.back) == []
    # The body went down with its window: a new one sees what the old one saw and says nothing twice.
    town.say("departed")
    town.body = Body(town.box, town.code)
    assert (town.look().state, town.look().unheard) == (OrderState.DEPARTED, True)
    assert len(waiting(town.box.back)) == 1


def test_a_half_written_message_is_not_read(town: Town) -> None:
    whole = json.dumps(write_message(Message("x", town.code, "signed", town.order, NOON)))
    (town.box.back / ".018f0000-0000-7000-8000-000000000000.json.77.part").write_text(whole[:40])
    assert collect(boxes(town.root)) == []
    town.post()
    (town.box.to / ".018f0000-0000-7000-8000-000000000001.json.77.part").write_text(whole[:40])
    assert town.look().state is OrderState.DELIVERED


KEY = "018f0000-0000-7000-8000-00000000000{}"


def test_a_bad_message_is_set_aside_with_its_reason_and_the_body_is_told(town: Town) -> None:
    town.post()
    town.look()
    town.collect()
    good = write_message(Message(KEY.format(1), town.code, "signed", town.order, NOON, "王工"))
    bad: list[tuple[Any, str]] = [
        (b"{", "message.not_json"),
        (b"[" * 9000, "message.not_json"),
        (b" " * 70_000, "message.too_long"),
        ({**good, "version": 2}, "message.version"),
        ({**good, "kind": "rm -rf"}, "message.field"),
        ({**good, "at": "now"}, "message.field"),
        ({**good, "agency": "other"}, "message.field"),
        ({**good, "order": KEY.format(9)}, "message.order"),
        ({**good, "text": "字" * 4001}, "text.too_long"),
        ({**good, "kind": FED_BACK}, "message.field"),
        (
            {
                **good,
                "kind": FED_BACK,
                "text": "好",
                "photos": [
                    {"file": "../../secret.png", "media": "", "size": 1, "sha256": "0" * 64}
                ],
            },
            "message.field",
        ),
        (
            {
                **good,
                "kind": FED_BACK,
                "text": "好",
                "photos": [
                    {
                        "file": f"{KEY.format(1)}-1.png",
                        "media": "image/png",
                        "size": 1,
                        "sha256": "0" * 64,
                    }
                ],
            },
            "photo.missing",
        ),
    ]
    for content, code in bad:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        (town.box.back / f"{KEY.format(1)}.json").write_bytes(data)
        assert town.collect() == [code], content
        reason = json.loads((town.box.back / "bad" / f"{KEY.format(1)}.json.reason").read_text())
        assert reason["code"] == code
        assert (town.box.back / "bad" / f"{KEY.format(1)}.json").read_bytes() == data
    assert town.line().state is OrderState.DELIVERED
    # A file that is no message at all keeps nobody from reading what comes after it.
    (town.box.back / "note.json").write_text("hello")
    town.say("signed")
    assert town.collect() == ["message.not_json"]
    assert town.line().state is OrderState.SIGNED


def test_pictures_are_what_their_own_bytes_say(town: Town, tmp_path: Path) -> None:
    town.post()
    town.look()
    for data, code in (
        (b"<svg/>", "photo.kind"),
        (b"\xff\xd8\xff" + b"0" * 8_000_000, "photo.too_large"),
    ):
        file = tmp_path / "photo.jpg"
        file.write_bytes(data)
        with pytest.raises(RuleError, match=code.replace(".", r"\.")):
            town.say(FED_BACK, "好", (file,))
    photo = tmp_path / "ok.jpg"
    photo.write_bytes(PNG)
    key = town.say(FED_BACK, "好", (photo,))
    # Changed on its way: the same length, other bytes.
    (town.box.back / f"{key}-1.png").write_bytes(PNG[:-1] + b"X")
    assert town.collect() == ["photo.differs"]
    assert (town.box.back / "bad" / f"{key}-1.png").exists()
    assert town.look().refused == "photo.differs"
    assert town.look().state is OrderState.DELIVERED


def test_a_step_that_the_desk_noted_by_telephone_is_no_error_and_a_withdrawn_order_takes_no_answer(
    town: Town,
) -> None:
    town.desk.do(sign_order, town.order)
    town.post()
    assert town.look().state is OrderState.SIGNED
    town.say("signed")
    assert town.collect() == []
    town.say(FED_BACK, "已修好")
    town.desk.do(cancel_order, town.order, "误派")
    assert town.collect() == ["state.illegal"]
    assert town.line().state is OrderState.CANCELLED
    assert town.post() == 1
    seen = town.look()
    assert (seen.state, seen.answer, seen.refused) == (
        OrderState.CANCELLED,
        "误派",
        "state.illegal",
    )


def test_a_clock_that_is_wrong_at_the_body_moves_no_instant_out_of_the_order(town: Town) -> None:
    town.post()
    town.look()
    for kind, at in (("signed", 1), ("departed", 1 << 45)):
        given = Answer(town.order, kind, "王工")
        town.body.answer(given, at=at)
    assert town.collect() == []
    line = town.line()
    assert line.signed_at is not None
    assert line.departed_at is not None
    assert line.sent_at <= line.signed_at <= line.departed_at <= town.desk.now


def test_an_order_that_never_went_out_and_is_over_is_not_told(town: Town) -> None:
    town.desk.do(feed_back_order, town.order, "电话办结")
    assert town.post() == 0
    rows = town.desk.db.read(lambda session: session.scalars(select(AgencyOrder)).all())
    assert [row.unposted for row in rows] == [False]


def test_a_folder_that_is_no_body_is_none(town: Town) -> None:
    (town.root / ".git").mkdir()
    (town.root / "a b").mkdir()
    assert list(boxes(town.root)) == [town.code]
    with pytest.raises(RuleError, match=r"exchange\.body"):
        open_box(town.root, "../out")


def test_the_schema_that_is_shipped_says_what_the_program_writes_and_reads(town: Town) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    answer, order = schema["$defs"]["answer"], schema["$defs"]["order"]
    assert answer["properties"]["kind"]["enum"] == list(ANSWERS)
    written = write_message(Message(KEY.format(1), town.code, "signed", town.order, NOON))
    assert set(written) == set(answer["properties"])
    (it,) = town.desk.db.read(postings, [town.code])
    assert set(it.content) == set(order["properties"])
    assert set(it.content["sheet"]) == set(order["properties"]["sheet"]["properties"])
    assert order["properties"]["state"]["enum"] == [state.value for state in OrderState]
    for name in answer["required"]:
        lacking = {key: value for key, value in written.items() if key != name}
        with pytest.raises(RuleError):
            read_message(json.dumps(lacking).encode())


def test_posting_into_a_place_that_cannot_be_written_is_a_trouble_and_is_told_again(
    town: Town, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")

    with pytest.raises(TroubleError):
        post(Mailbox(blocked).to, KEY.format(1), {})
    assert town.post() == 1
