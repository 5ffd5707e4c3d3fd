"""What a caller's words say about money that went away: sums, accounts, telephones, times, banks. A guess to be checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from services.context import LOCAL
from services.fraud.amount import CHINESE, read_amount
from services.fraud.number import MOBILE, bank_of, is_person

LONGEST = 4000
# Longer is no sum that anybody says.
SUM_LETTERS = 24
NOTHING = "\0"
Read = Callable[[re.Match[str]], int | str | None]
FULL = str.maketrans("０１２３４５６７８９：．，　", "0123456789:.， ")
SENTENCE = re.compile(r"[。；;！!？?\n]+")
# Groups of digits as they stand on a card, or in one.
RUN = re.compile(
    r"(?<![\d.])(?:(?:\d{4}[ \-]){2,5}\d{1,4}|\d{11,25})[Xx]?(?![\d:]|\.\d|\s?[万千百亿元块点时月])"
)
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")
# One class, no choice within: a long text of digits must not be parted in every way there is.
MONEY = re.compile(rf"[¥￥]?[\d.,，{CHINESE}]+(?:元|块钱|块|圆)?")
WITH_UNIT = re.compile(r"^[¥￥]|[万亿千仟元块钱圆]")
CLOCK = re.compile(
    r"(?:(?P<year>20\d\d)年|(?P<iso>20\d\d)-)?(?:(?P<month>\d{1,2})[月\-/](?P<day>\d{1,2})[日号]?)?\s{0,2}"
    r"(?P<word>今天|今日|昨天|昨日|前天|今早|今晚|昨晚)?\s{0,2}(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)?\s{0,2}"
    r"(?P<hour>[01]?\d|2[0-3])(?::|点|时)(?:(?P<half>半)|(?P<minute>[0-5]?\d(?!\d))分?)?(?::(?P<second>[0-5]\d))?"
)
DAYS = {"昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2}
AFTERNOON = ("下午", "傍晚", "晚上", "夜里")
NAME = r"[\u4e00-\u9fff·]{2,4}?"
TAIL = r"(?=[，,。；;、\s的于在通向从用和给被：:（(]|$|银行|账|卡|电话|手机|身份证|\d)"
HOLDER = re.compile(
    rf"(?:户名|收款人|开户名|持卡人|收款方|对方叫|名字叫)(?:是|为|叫|：|:|\s)*({NAME}){TAIL}"
)
CALLER = re.compile(
    rf"(?:我叫|本人叫|报警人|被害人|受害人|事主|我是)(?:是|为|叫|：|:|\s)*({NAME}){TAIL}"
)
# Words before an account that say whose it is.
OWN = re.compile(r"(我的|本人的?|自己的?|付款|从|我用|转出)[^，,。；;]{0,12}$")
THEIRS = re.compile(r"(对方|收款|转到|转给|转入|汇到|汇给|打到|打给|转账到|转账给|骗子|指定)")


@dataclass(frozen=True, slots=True)
class PayeeText:
    """One account that money went to, as far as the words say: sum in fen, instant in Unix ms."""

    account: str
    holder: str = ""
    bank: str = ""
    amount_fen: int | None = None
    transferred_at: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found; what nobody said is empty."""

    victim_name: str = ""
    victim_id_number: str = ""
    victim_phone: str = ""
    payer_account: str = ""
    payer_bank: str = ""
    amount_fen: int | None = None
    transferred_at: int | None = None
    payees: tuple[PayeeText, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Something found at a place of a text."""

    begin: int
    end: int
    value: str | int


@dataclass(slots=True)
class Spots:
    """Everything found in one sentence."""

    accounts: list[Spot] = field(default_factory=list)
    persons: list[Spot] = field(default_factory=list)
    phones: list[Spot] = field(default_factory=list)
    amounts: list[Spot] = field(default_factory=list)
    instants: list[Spot] = field(default_factory=list)
    banks: list[Spot] = field(default_factory=list)
    holders: list[Spot] = field(default_factory=list)


def read_text(text: str, now: int, names: Mapping[str, str], leads: Mapping[str, str]) -> Reading:
    """Return what a text says. `names`: word → bank; `leads`: beginning of a card's number → bank; `now` in Unix ms."""
    clean = text[:LONGEST].translate(FULL)
    own: list[PayeeText] = []
    theirs: list[PayeeText] = []
    every = Spots()
    for sentence in SENTENCE.split(clean):
        spots = spots_of(sentence, now, names)
        mine = [account for account in spots.accounts if is_own(sentence, account)]
        others = [account for account in spots.accounts if account not in mine]
        own += [payee_of(account, spots, leads, ()) for account in mine]
        theirs += [payee_of(account, spots, leads, others) for account in others]
        for name in ("persons", "phones", "amounts", "instants"):
            getattr(every, name).extend(getattr(spots, name))
    caller = CALLER.search(clean)
    total = total_of(theirs, every.amounts)
    payer = own[0] if own else PayeeText("")
    times = [it.transferred_at for it in theirs if it.transferred_at is not None]
    times += [int(it.value) for it in every.instants]
    payees = settled(theirs, total, times)
    phones = tuple(dict.fromkeys(str(it.value) for it in every.phones))
    return Reading(
        victim_name=caller[1] if caller else "",
        victim_id_number=str(every.persons[0].value) if every.persons else "",
        victim_phone=phones[0] if phones else "",
        payer_account=payer.account,
        payer_bank=payer.bank,
        amount_fen=total,
        transferred_at=times[0] if times else None,
        payees=payees,
        phones=phones,
    )


def read_payees(
    text: str, now: int, names: Mapping[str, str], leads: Mapping[str, str]
) -> list[PayeeText]:
    """Return the payees of a list with one a line: account, and in any order holder, bank, sum and time.

    A line without an account is kept with an empty one, for somebody to mend; an empty line is none.
    """
    return [
        line_of(line, now, names, leads)
        for line in text[:LONGEST].translate(FULL).splitlines()
        if line.strip()
    ]


def line_of(line: str, now: int, names: Mapping[str, str], leads: Mapping[str, str]) -> PayeeText:
    """Return the payee of one line; a word of Chinese that is nothing else is the holder."""
    spots = spots_of(line, now, names)
    some = spots.accounts[:1]
    found = payee_of(some[0], spots, leads, some) if some else PayeeText("")
    used = [*spots.accounts, *spots.amounts, *spots.instants, *spots.banks, *spots.phones]
    rest = list(line)
    for spot in used:
        rest[spot.begin : spot.end] = NOTHING * (spot.end - spot.begin)
    words = re.findall(r"[\u4e00-\u9fff·]{2,}", "".join(rest))
    holder = found.holder or (words[0] if words else "")
    return PayeeText(found.account, holder, found.bank, found.amount_fen, found.transferred_at)


def spots_of(sentence: str, now: int, names: Mapping[str, str]) -> Spots:
    """Return everything that a sentence names; what is one thing is not taken for another as well."""
    spots = Spots()
    left = sentence
    for found in RUN.finditer(sentence):
        digits = re.sub(r"[ \-]", "", found.group())
        spot = Spot(found.start(), found.end(), digits.upper())
        if is_person(digits):
            spots.persons.append(spot)
        elif MOBILE.fullmatch(digits):
            spots.phones.append(spot)
        elif not digits[-1].isdigit() or len(digits) < 12 or LANDLINE.fullmatch(found.group()):
            continue
        else:
            spots.accounts.append(spot)
        left = blanked(left, spot)
    left = gather(left, LANDLINE, spots.phones, lambda it: it.group())
    left = gather(left, CLOCK, spots.instants, lambda it: instant_of(it, now))
    sums = map(sum_in, MONEY.finditer(left))
    spots.amounts += [found_sum for found_sum in sums if found_sum is not None]
    for word in sorted(names, key=len, reverse=True):
        for found in re.finditer(re.escape(word), left):
            spots.banks.append(Spot(found.start(), found.end(), names[word]))
            left = blanked(left, spots.banks[-1])
    for found in HOLDER.finditer(sentence):
        spots.holders.append(Spot(found.start(), found.end(), found[1]))
    return spots


def sum_in(run: re.Match[str]) -> Spot | None:
    """Return the sum at the end of a run of digits and words: what stands before it may be the end of a name, 李四2万元."""
    words = run.group().rstrip(",，.")
    if not WITH_UNIT.search(words):
        return None
    for begin in range(max(0, len(words) - SUM_LETTERS), len(words)):
        if (fen := read_amount(words[begin:])) is not None:
            return Spot(run.start() + begin, run.start() + len(words), fen)
    return None


def gather(left: str, pattern: re.Pattern[str], into: list[Spot], read: Read) -> str:
    """Put what a pattern finds, and can be read, into a list; return the text without it."""
    for found in pattern.finditer(left):
        value = read(found)
        if value is not None:
            into.append(Spot(found.start(), found.end(), value))
    for spot in into:
        left = blanked(left, spot)
    return left


def blanked(text: str, spot: Spot) -> str:
    """Return a text that holds nothing where something was found; no pattern reaches across."""
    return text[: spot.begin] + NOTHING * (spot.end - spot.begin) + text[spot.end :]


def payee_of(
    account: Spot, spots: Spots, leads: Mapping[str, str], others: Sequence[Spot]
) -> PayeeText:
    """Return an account with what stands nearest to it in its sentence; the bank by its number where no word says it.

    Sums, times and holders belong to one of the accounts that got money (`others`).
    """
    bank = spots_near(account, spots.accounts, spots.banks)
    holder, amount, instant = (
        spots_near(account, others, some) for some in (spots.holders, spots.amounts, spots.instants)
    )
    return PayeeText(
        str(account.value),
        str(holder.value) if holder is not None else "",
        str(bank.value) if bank is not None else bank_of(str(account.value), leads),
        int(amount.value) if amount is not None else None,
        int(instant.value) if instant is not None else None,
    )


def spots_near(account: Spot, accounts: Sequence[Spot], some: Iterable[Spot]) -> Spot | None:
    """Return what of some stands nearest to an account, and nearer to it than to any other account."""
    mine = [
        spot
        for spot in some
        if account in accounts and min(accounts, key=lambda it: apart(it, spot)) is account
    ]
    return min(mine, key=lambda spot: apart(account, spot), default=None)


def apart(one: Spot, other: Spot) -> int:
    """Return how many letters lie between two things."""
    return max(one.begin - other.end, other.begin - one.end, 0)


def is_own(sentence: str, account: Spot) -> bool:
    """Tell whether an account is the caller's: the words just before it say so."""
    before = sentence[: account.begin]
    own = OWN.search(before)
    return own is not None and THEIRS.search(before[own.start() :]) is None


def total_of(payees: Sequence[PayeeText], amounts: Sequence[Spot]) -> int | None:
    """Return the sum that went away: what the accounts got, where each says it; else the largest sum that was named."""
    known = [it.amount_fen for it in payees]
    if known and all(it is not None for it in known):
        return sum(it for it in known if it is not None)
    return max((int(it.value) for it in amounts), default=None)


def settled(
    payees: Sequence[PayeeText], total: int | None, times: Sequence[int]
) -> tuple[PayeeText, ...]:
    """Return the payees, each account once; a single one got the whole sum at the only time."""
    by_account = {it.account: it for it in reversed(payees)}
    kept = [by_account[account] for account in dict.fromkeys(it.account for it in payees)]
    if len(kept) != 1:
        return tuple(kept)
    (one,) = kept
    amount = total if one.amount_fen is None else one.amount_fen
    at = one.transferred_at or (times[0] if times else None)
    return (PayeeText(one.account, one.holder, one.bank, amount, at),)


def instant_of(found: re.Match[str], now: int) -> int | None:
    """Return the instant (Unix ms) that a time of the text means, the last one before `now`; None where it is none."""
    here = datetime.fromtimestamp(now / 1000, UTC) + LOCAL
    word, part = found["word"] or "", found["part"] or ""
    hour = int(found["hour"])
    late = part in AFTERNOON or word in ("今晚", "昨晚")
    if late and 1 <= hour < 12:
        hour += 12
    minute = 30 if found["half"] else int(found["minute"] or 0)
    try:
        year = int(found["year"] or found["iso"] or here.year)
        day = datetime(
            year,
            int(found["month"] or here.month),
            int(found["day"] or here.day),
            hour,
            minute,
            int(found["second"] or 0),
            tzinfo=UTC,
        ) - timedelta(days=DAYS.get(word, 0))
        if day > here and not found["month"] and not word:
            day -= timedelta(days=1)
        elif day > here and found["month"] and not (found["year"] or found["iso"]):
            day = day.replace(year=day.year - 1)
    except ValueError:
        return None
    return int((day - LOCAL).timestamp() * 1000) if day <= here else None
