"""Sums, accounts, telephones, times and banks are found in what callers say, however they say it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from services.fraud import bank_of, is_card, passes_luhn, read_amount, read_payees, read_text
from services.fraud.amount import FEN
from services.fraud.number import is_person, luhn_digit, person_digit
from tests.services.desk import NOON

NAMES = {
    "工商银行": "中国工商银行",
    "工行": "中国工商银行",
    "建行": "中国建设银行",
    "农行": "中国农业银行",
}
LEADS = {"622202": "中国工商银行", "621700": "中国建设银行", "622848": "中国农业银行"}
HERE = datetime.fromtimestamp(NOON / 1000, UTC) + timedelta(hours=8)
DIGITS = "零一二三四五六七八九"
UNITS = ((10**8, "亿"), (10**4, "万"))


def card(lead: str, rest: int) -> str:
    front = f"{lead}{rest:012d}"
    return front + luhn_digit(front)


def below(number: int) -> str:
    """Return a number below ten thousand in Chinese words."""
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words


def chinese(number: int) -> str:
    """Return a number in Chinese words, as a cashier writes it."""
    words = ""
    for unit, name in UNITS:
        part, number = divmod(number, unit)
        if part:
            words += below(part) + name
    if number:
        words += ("零" if words and number < 1000 else "") + below(number)
    return words


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("35000", 35000),
        ("3.5万", 35000),
        ("3万5", 35000),
        ("3万5千", 35000),
        ("三万五", 35000),
        ("十五万八", 158_000),
        ("两千三", 2300),
        ("1亿2千万", 120_000_000),
        ("一亿三千五百万元", 135_000_000),
        ("１２，５００.50元", 12500.5),
        ("¥88,000", 88000),
        ("20万块钱", 200_000),
        ("一百零五块", 105),
        ("10万零500元", 100_500),
        *(
            (nothing, None)
            for nothing in ("", "万", "0", "0元", "1e5", "-5", "三 个", "1.234", "5万6万元x")
        ),
    ],
)
def test_a_sum_is_read_as_people_mean_it(text: str, yuan: float | None) -> None:
    assert read_amount(text) == (None if yuan is None else round(yuan * FEN))


@given(st.integers(1, 10**9))
def test_a_sum_in_any_writing_is_the_same_sum(yuan: int) -> None:
    writings = [str(yuan), f"{yuan:,}元", f"{yuan}.00", chinese(yuan), f"{chinese(yuan)}元整"]
    if yuan % 100 == 0:
        writings.append(f"{yuan / 10_000:g}万" if yuan < 10**9 and yuan % 1000 == 0 else f"{yuan}")
    assert {read_amount(each) for each in writings} == {yuan * FEN}


@given(st.text(max_size=300))
@example("6222 " * 60)
@example("万" * 300)
@example("1亿" * 1000)
@example("1," * 2000)
@example("12:30 " * 700)
@example("户名" * 2000)
@example("我叫" + " " * 3990)
@example("我的" * 1900 + "6" * 16)
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_text(text, NOON, NAMES, LEADS)
    assert read.amount_fen is None or read.amount_fen > 0
    assert read.transferred_at is None or read.transferred_at <= NOON
    for payee in read_payees(text, NOON, NAMES, LEADS):
        assert not payee.account or len(payee.account) >= 12


@given(
    st.integers(0, 10**12 - 1),
    st.integers(0, 10**12 - 1),
    st.integers(1, 9_999_999),
    st.integers(1, 9_999_999),
    st.integers(0, 23 * 60 + 59),
    st.integers(0, 3),
)
def test_two_transfers_are_told_apart_with_their_sums_banks_holders_and_the_payers_card(
    one: int, other: int, first: int, second: int, minute: int, form: int
) -> None:
    assume(one != other)
    to, also, own = card("622202", one), card("621700", other), card("622848", one)
    at = HERE.replace(hour=minute // 60, minute=minute % 60, second=0, microsecond=0)
    at -= timedelta(days=1)
    shown = " ".join(to[place : place + 4] for place in range(0, 19, 4)) if form % 2 else to
    clock = f"{at:%H}:{at:%M}" if form < 2 else f"{at.hour}点{at.minute}分"
    text = (
        f"我叫林小红，电话13850001234。昨天{clock}从我的农行卡{own}转给对方工商银行账号{shown}，"
        f"户名王建国，{first}元。又转到建行{also}户名李四，{second}元！"
    )
    read = read_text(text, NOON, NAMES, LEADS)
    assert (read.victim_name, read.victim_phone) == ("林小红", "13850001234")
    assert (read.payer_account, read.payer_bank) == (own, "中国农业银行")
    found = [(it.account, it.holder, it.bank, it.amount_fen) for it in read.payees]
    assert found == [
        (to, "王建国", "中国工商银行", first * FEN),
        (also, "李四", "中国建设银行", second * FEN),
    ]
    assert read.amount_fen == (first + second) * FEN
    instant = int((at - timedelta(hours=8)).timestamp() * 1000)
    assert read.transferred_at == read.payees[0].transferred_at == instant


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("今天上午9点半转的", (0, 9, 30)),
        ("下午3点20转走", (1, 15, 20)),
        ("昨晚8点05分", (1, 20, 5)),
        ("前天14:20", (2, 14, 20)),
        ("凌晨1点", (0, 1, 0)),
    ],
)
def test_a_time_is_the_last_one_that_can_be_meant(words: str, wanted: tuple[int, int, int]) -> None:
    days, hour, minute = wanted
    morning = NOON - NOON % 86_400_000 + 4 * 3_600_000  # noon in China
    day = datetime.fromtimestamp(morning / 1000, UTC) + timedelta(hours=8, days=-days)
    at = read_text(words, morning, {}, {}).transferred_at
    assert at is not None
    found = datetime.fromtimestamp(at / 1000, UTC) + timedelta(hours=8)
    assert found == day.replace(hour=hour, minute=minute, second=0)


@given(st.integers(0, 10**12 - 1), st.integers(0, 9))
def test_one_wrong_digit_of_a_card_is_seen(rest: int, place: int) -> None:
    number = card("622202", rest)
    assert is_card(number)
    assert passes_luhn(number)
    assert bank_of(number, LEADS) == "中国工商银行"
    wrong = str((int(number[place + 6]) + 1) % 10)
    assert not passes_luhn(number[: place + 6] + wrong + number[place + 7 :])


@given(st.dates(date(1940, 1, 1), date(2020, 1, 1)), st.integers(0, 999))
def test_an_identity_number_is_no_account(day: date, serial: int) -> None:
    front = f"350602{day:%Y%m%d}{serial:03d}"
    number = front + person_digit(front)
    assert is_person(number)
    read = read_text(f"身份证{number}，转到{card('622202', serial)}", NOON, NAMES, LEADS)
    assert read.victim_id_number == number
    assert [it.account for it in read.payees] == [card("622202", serial)]
