"""The linkage's figures: who takes a sheet among 4,000 bodies; what a caller's words say, usual and as long as may be; what a
tick of the clock costs while 10,000 orders to bodies are open.

Method: the functions that the panes call on the main thread, on cards and texts made here with a fixed seed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from random import Random

from benchmarks.figure import Figure, at_most, percentile
from models.board import AgencyCard, ContactLine, OrderLine
from models.state import OrderState
from services.answering import takers
from services.fraud import read_text
from ui.chasing import Limits, Patience, to_ring

NOW = 1_790_000_000_000
BODIES, CLASSES, ROUNDS = 4000, 60, 200
ORDERS, TICKS, TICK_MS = 10_000, 600, 500
AREAS = [f"3506{place:02d}" for place in range(2, 13)]
NAMES = {"工商银行": "中国工商银行", "农行": "中国农业银行", "支付宝": "支付宝"}
SAID = (
    "我叫林小红，电话13850001234，今天上午10点32分从我的农行卡6228480070001234569转了3.5万到对方工商银行卡"
    "6222021402001234563，户名王建国。10:35又转给支付宝账号13900001111111 2万元。"
)


def measure() -> list[Figure]:
    """Return the figures."""
    random = Random(7)
    bodies = [body(random, place) for place in range(BODIES)]
    wanted = [
        ((f"{random.randrange(CLASSES):06d}", ""), random.choice(AREAS)) for _ in range(ROUNDS)
    ]
    found = [spent(partial(takers, bodies, classes, area, NOW)) for classes, area in wanted]
    usual = [spent(lambda: read_text(SAID, NOW, NAMES, {})) for _ in range(ROUNDS)]
    long = [spent(lambda: read_text(SAID * 40, NOW, NAMES, {})) for _ in range(20)]
    return [
        at_most("who takes this, 4,000 bodies, p99", percentile(found, 0.99), "ms", 16),
        at_most("a caller's words read, p99", percentile(usual, 0.99), "ms", 16),
        *ticks(random),
        at_most("4,000 letters read, p99", percentile(long, 0.99), "ms", 160),
    ]


def ticks(random: Random) -> list[Figure]:
    """Return what a tick costs with 10,000 open orders, none of them confirmed, each with a limit within the hour."""
    lines = [order(random, place) for place in range(ORDERS)]
    limits = Limits()
    limits.load(lines)
    seen: dict[str, int | None] = {str(place): NOW for place in range(99)}
    patience = Patience(60_000, 7_200_000)
    told = 0
    costs = []
    for tick in range(TICKS):
        now = NOW + tick * TICK_MS
        begin = time.perf_counter()
        told += len(limits.due(now))
        to_ring(lines, seen, patience, now, NOW)
        costs.append((time.perf_counter() - begin) * 1000)
    name = f"a tick with 10,000 open agency orders, {told} reminders in {TICKS} ticks"
    return [
        at_most(f"{name}, p99", percentile(costs, 0.99), "ms", 5),
        at_most("the worst of these ticks", max(costs), "ms", 16),
    ]


def order(random: Random, place: int) -> OrderLine:
    """Return one order that was sent and not confirmed."""
    return OrderLine(
        f"o{place}",
        "i",
        str(random.randrange(99)),
        OrderState.SENT,
        "",
        NOW - random.randrange(1_800_000),
        *(None, None, None, None),
        "",
        sign_by=NOW + random.randrange(3_600_000),
    )


def body(random: Random, place: int) -> AgencyCard:
    """Return one linked body with three contacts, some classes and maybe an area."""
    lines = [ContactLine(f"{place}-{rank}", rank, "", "110", "", "", "") for rank in (1, 2, 3)]
    return AgencyCard(
        str(place),
        code=f"{place:05d}",
        name="",
        name_en="",
        agency_kind="utility",
        takes=tuple(f"{random.randrange(CLASSES):06d}" for _ in range(random.randrange(6))),
        note="",
        contacts=tuple(lines),
        areas=tuple(random.sample(AREAS, random.randrange(3))),
    )


def spent(work: Callable[[], object]) -> float:
    """Return how long something takes (ms)."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
