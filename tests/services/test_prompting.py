"""Checklists: which one a sheet gets, its version, what answers change, and the files they come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import ChecklistCard, IncidentCard
from models.checklist import (
    ANSWERED,
    Choice,
    Question,
    QuestionKind,
    Step,
    answers,
    chosen,
    kept,
    question_of,
    unasked,
)
from models.incident import Incident
from services.dictionary import checklist_table, import_checklists, read_checklists, write_csv
from services.dictionary.shipped import CHECKLISTS
from services.dossier import read_dossier
from services.prompting import (
    Outline,
    answer_question,
    retire_checklist,
    save_checklist,
)
from services.taking import change_sheet, open_sheet
from tests.services.desk import Desk

WEAPON = Question(
    "weapon",
    Step.TAKING,
    QuestionKind.YES_NO,
    "有凶器吗？",
    "A weapon?",
    must=True,
    level={"yes": 2},
    needs={"yes": ("armed",)},
    marks={"yes": "weapon"},
)
SAID = Question("said", Step.TAKING, QuestionKind.TEXT, "说了什么？")
FIGHT = Outline("fight", "打架", "Fight", ("200100",), (), (WEAPON, SAID))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def sheet_of(desk: Desk, id: str) -> IncidentCard:
    card = desk.board.get(IncidentCard, id)
    assert card is not None
    return card


def opened(desk: Desk, **fields: str) -> str:
    id = desk.fresh()
    desk.do(open_sheet, id=id, fields=fields)
    return id


def test_a_sheet_keeps_the_version_it_began_with_and_the_next_one_gets_the_new(desk: Desk) -> None:
    first = desk.do(save_checklist, FIGHT)
    old = opened(desk, class_taken="200100")
    assert sheet_of(desk, old).checklist_id == first
    changed = Outline("fight", "打架斗殴", "Fight", ("200100",), (), (SAID, WEAPON))
    second = desk.do(save_checklist, changed)
    assert second != first
    desk.do(change_sheet, old, {"narrative": "两人打架"})
    desk.do(change_sheet, old, {"class_taken": "200200"})
    desk.do(change_sheet, old, {"class_taken": "200100"})
    assert sheet_of(desk, old).checklist_id == first
    assert sheet_of(desk, opened(desk, class_taken="200100")).checklist_id == second
    versions = desk.board.all(ChecklistCard)
    assert [versions[id].version for id in (first, second)] == [1, 2]
    assert versions[first].name == "打架"
    # The same again is no new version; out of use means that new sheets go without.
    assert desk.do(save_checklist, changed) == second
    desk.do(retire_checklist, "fight")
    assert sheet_of(desk, opened(desk, class_taken="200100")).checklist_id is None
    desk.check()


def test_an_answer_is_on_the_timeline_sets_the_mark_and_says_what_is_needed(desk: Desk) -> None:
    list_id = desk.do(save_checklist, FIGHT)
    id = opened(desk, class_taken="200100")
    desk.do(answer_question, id, list_id, "weapon", "yes")
    desk.do(answer_question, id, list_id, "said", "<b>拿刀\x07</b> =1+1")
    assert sheet_of(desk, id).needs == ("armed",)
    dossier = desk.db.read(read_dossier, id)
    assert dossier is not None
    assert dossier.fields["weapon"] is True
    assert answers(dossier.entries) == {"weapon": "yes", "said": "<b>拿刀</b> =1+1"}
    line = next(entry for entry in dossier.entries if entry.code == ANSWERED)
    assert (line.params["asked"], line.params["version"]) == ("有凶器吗？", 1)
    desk.do(answer_question, id, list_id, "weapon", "")
    assert sheet_of(desk, id).needs == ()
    dossier = desk.db.read(read_dossier, id)
    assert dossier is not None
    assert answers(dossier.entries) == {"said": "<b>拿刀</b> =1+1"}
    desk.refuse("question.unknown", answer_question, id, list_id, "nothing", "yes")
    desk.refuse("field.bad", answer_question, id, list_id, "weapon", "maybe")
    desk.refuse("text.too_long", answer_question, id, list_id, "said", "长" * 201)
    desk.refuse("thing.unknown", answer_question, id, "nobody", "said", "好")
    desk.check()


def test_words_change_the_checklist_only_until_something_was_answered(desk: Desk) -> None:
    plain = desk.do(save_checklist, FIGHT)
    knife = Outline("knife", "持刀", "", ("200100",), ("刀",), (WEAPON,))
    armed = desk.do(save_checklist, knife)
    id = opened(desk, class_taken="200100")
    desk.do(change_sheet, id, {"narrative": "有人拿刀"})
    assert sheet_of(desk, id).checklist_id == armed
    desk.do(answer_question, id, armed, "weapon", "no")
    desk.do(change_sheet, id, {"narrative": "没有东西"})
    assert sheet_of(desk, id).checklist_id == armed
    desk.do(change_sheet, id, {"class_taken": "200200"})
    desk.do(change_sheet, id, {"class_taken": "200100"})
    assert sheet_of(desk, id).checklist_id in (plain, armed)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"questions": ()}, "question.none"),
        ({"questions": (SAID, SAID)}, "question.double"),
        ({"questions": (SAID,) * 61}, "question.many"),
        ({"name": " "}, "text.empty"),
        ({"code": "a b"}, "field.bad"),
    ],
)
def test_a_checklist_that_will_not_do_is_refused(
    desk: Desk, change: dict[str, object], code: str
) -> None:
    values = {name: getattr(FIGHT, name) for name in Outline.__dataclass_fields__} | change
    desk.refuse(code, save_checklist, Outline(**values))


@given(
    st.builds(
        Question,
        code=st.just("a"),
        step=st.sampled_from(Step),
        kind=st.just(QuestionKind.CHOICE),
        name=st.text("问题?", min_size=1),
        must=st.booleans(),
        choices=st.just((Choice("x", "甲", "A"), Choice("y", "乙"))),
        level=st.dictionaries(st.sampled_from(["x", "y", "unknown"]), st.integers(1, 4)),
        needs=st.just({"x": ["armed", "boat"]}),
        marks=st.just({}),
    )
)
def test_a_question_comes_back_from_its_row_as_it_was(question: Question) -> None:
    back = question_of(kept(question))
    assert kept(back) == kept(question)
    for value in (*question.values, "z"):
        assert back.level_of(value) == question.level_of(value)
        assert back.needs_of(value) == question.needs_of(value)


def test_the_shipped_file_is_whole_and_comes_back_from_the_store_unchanged(
    desk: Desk, tmp_path: Path
) -> None:
    outlines, refused = read_checklists(CHECKLISTS)
    assert not refused
    assert len(outlines) >= 30
    for outline in outlines:
        steps = {question.step for question in outline.questions}
        assert {Step.TAKING, Step.FEEDBACK} <= steps, outline.code
        assert any(q.must and q.step is Step.TAKING for q in outline.questions)
        assert all(question.name_en for question in outline.questions)
        assert all(choice.name_en for q in outline.questions for choice in q.choices)
    change = desk.do(import_checklists, outlines)
    assert (change.added, change.changed) == (len(outlines), 0)
    out = tmp_path / "out.csv"
    write_csv(out, desk.db.read(checklist_table))
    again, refused = read_checklists(out)
    assert not refused
    assert sorted(again, key=lambda it: it.code) == sorted(outlines, key=lambda it: it.code)
    change = desk.do(import_checklists, again)
    assert change.unchanged == len(outlines)


def test_every_line_that_will_not_do_is_named_and_nothing_is_imported(tmp_path: Path) -> None:
    head = CHECKLISTS.read_text("utf-8").splitlines()[0]
    lines = [
        "a,甲,,200100,,taking,one,yes,yes_no,问？,,,yes=9,,",
        "a,甲,,200100,,later,two,yes,yes_no,问？,,,,,",
        "a,甲,,200100,,taking,three,maybe,yes_no,问？,,,,,",
        "a,甲,,200100,,taking,four,yes,yes_no,=1+1,,,,,",
        "a,甲,,200100,,taking,five,yes,yes_no,问？,,,,,yes=nonsense",
        "a,甲,,200100,,taking,six,yes,choice,问？,,x;y=乙,,,",
        "a,甲,,200100,,taking,seven,yes,yes_no,问？,,,,,",
        "a,甲,,200100,,taking,seven,yes,yes_no,问？,,,,,",
        "a,乙,,200100,,taking,eight,yes,yes_no,问？,,,,,",
    ]
    file = tmp_path / "bad.csv"
    file.write_text("\n".join([head, *lines]), "utf-8")
    _, refused = read_checklists(file)
    assert [(one.line, one.reason) for one in refused] == [
        (2, "line.bad_number"),
        (3, "line.kind_unknown"),
        (4, "line.kind_unknown"),
        (5, "line.formula"),
        (6, "field.bad"),
        (7, "line.bad_pair"),
        (9, "line.duplicate"),
        (10, "line.other_head"),
    ]


@pytest.mark.parametrize(
    ("class_code", "text", "code"),
    [
        ("100600", "被骗了五万", "fraud"),
        ("500100", "六岁的孩子不见了", "missing_child"),
        ("500100", "痴呆的老人走丢", "lost_elderly"),
        ("500100", "朋友失联", "missing"),
        ("200100", "有人打架", "fight"),
        ("200100", "有人拿刀砍人", "weapon"),
        ("700500", "两村械斗", "crowd"),
        ("201000", "有人正在撬我家的门", "burglary"),
        ("201000", "电动车被偷", "theft"),
        ("509900", "电梯困人", "lift"),
        ("500500", "楼道有煤气味", "gas"),
        ("500500", "水管爆了", "utility"),
        ("209900", "有人喝醉躺在路边", "drunk"),
        ("", "有人溺水", None),
        ("999900", "问路", None),
    ],
)
def test_the_class_decides_and_the_words_choose_among_its_checklists(
    furnished: ChecklistCards, class_code: str, text: str, code: str | None
) -> None:
    found = chosen(furnished, class_code, text)
    assert (found.code if found else None) == code


ChecklistCards = list[ChecklistCard]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> ChecklistCards:
    desk = Desk(tmp_path_factory.mktemp("lists"), terms=True)
    return list(desk.board.all(ChecklistCard).values())


def test_what_must_be_asked_is_named_until_it_was_answered() -> None:
    questions = (WEAPON, SAID)
    assert unasked(questions, {}, Step.TAKING) == (WEAPON,)
    assert unasked(questions, {"weapon": "unknown"}, Step.TAKING) == ()
    assert unasked(questions, {"weapon": "gone"}, Step.TAKING) == (WEAPON,)
    assert unasked(questions, {}, Step.SCENE) == ()


def test_the_columns_of_a_sheet_have_its_checklist_from_birth() -> None:
    sheet = Incident(id="a", number="1", taker="p", seat="s", reported_at=0, answered_at=0)
    assert (sheet.checklist_id, sheet.needs) == (None, [])
