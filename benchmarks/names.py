"""Search as you type over a million generated names: how long one key takes, from the text to the hits."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.figure import Figure, at_most, percentile
from services.gazetteer import open_names
from services.gazetteer.entry import Entry, Kind
from services.gazetteer.form import key, letters_of, pinyin_of
from services.gazetteer.listed import listed_areas, listed_entries
from services.gazetteer.table import open_new, write_index

ROWS, QUESTIONS = 1_000_000, 2_000
WARM = 200
GOAL_MS = 5.0
NEAR = (117.6464, 24.5130)
STREET_WORDS = (
    "延安 新华 胜利 南昌 瑞京 漳华 水仙 丹霞 建元 九龙 腾飞 龙江 迎宾 江滨 元光 大通 钟法 县前 芝山 北京 金峰 学府 "
    "鹤鸣 湖滨 团结 解放 人民 和平 民主 光明 圆山 西湖 碧湖 步文 蓝田 龙文 角美 石码 海澄 紫泥 浮宫 港尾 九湖 颜厝"
).split()
WAYS = ("路", "街", "大道", "北路", "南路", "西路", "东路", "中路", "一路", "二路", "巷")
FIRMS = (
    "小吃店 便利店 幼儿园 第一小学 中学 药店 银行 超市 停车场 宾馆 理发店 卫生站 加油站 茶庄 五金店 公园 市场 花园 "
    "派出所 公交站 快递站 诊所 网吧 酒楼 工业园 商贸城"
).split()
GIVEN = "福兴安和顺利昌盛明华丽美金银玉龙凤春夏秋冬海天山水林木石泉清平东西南北中大小新"


def generated(random: Random) -> Iterator[Entry]:
    """Yield streets, crossings, points of interest and house numbers, in the shares of a city."""
    names = sorted(
        {f"{w}{v}{way}" for w in STREET_WORDS for v in ("", *GIVEN[:20]) for way in WAYS}
    )

    def entry(kind: Kind, name: str, weight: int) -> Entry:
        return Entry(kind, name, random.uniform(116.9, 118.1), random.uniform(23.6, 25.2), weight)

    for name in names:
        yield entry(Kind.STREET, name, random.choice((44, 50, 58)))
    for _ in range(20_000):
        one, other = random.sample(names, 2)
        yield entry(Kind.CROSSING, f"{one}与{other}交叉口", 24)
    for _ in range(230_000):
        name = "".join(random.choices(GIVEN, k=random.choice((2, 2, 3)))) + random.choice(FIRMS)
        yield entry(Kind.POINT, name, random.choice((26, 30, 36, 48)))
    while True:
        yield entry(Kind.HOUSE, f"{random.choice(names)}{random.randint(1, 999)}号", 10)


def question(random: Random, names: list[str]) -> str:
    """Return what somebody has typed so far: part of a name, its pinyin or its initials, from one character on."""
    name = random.choice(names)
    form = key(name)
    way = random.choice(("han", "han", "han", "initials", "pinyin", "pair"))
    if way == "pair":
        return f"{name[:4]} {random.choice(names)[:2]}"
    text = {"han": form, "initials": letters_of(form), "pinyin": pinyin_of(form)}[way]
    begin = random.choice((0, 0, 0, random.randrange(len(text))))
    return text[begin : begin + random.randint(1, 8)]


def measure() -> list[Figure]:
    """Return the row of the search."""
    random = Random(5)
    listed = listed_entries()
    entries = [
        *listed,
        *(e for _, e in zip(range(ROWS - len(listed)), generated(random), strict=False)),
    ]
    names = [entry.name for entry in random.sample(entries, 20_000)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "names.sqlite"
        connection = open_new(file)
        write_index(connection, entries, listed_areas(), lambda _share: None)
        connection.close()
        del entries
        gazetteer = open_names(file)
        asked = [question(random, names) for _ in range(WARM + QUESTIONS)]
        took = []
        for text in asked:
            begin = time.perf_counter()
            gazetteer.search(text, NEAR)
            took.append((time.perf_counter() - begin) * 1000)
        gazetteer.close()
    shown = took[WARM:]
    return [
        at_most("name search over 1 M rows, median", percentile(shown, 0.5), "ms", GOAL_MS),
        at_most("name search over 1 M rows, p99", percentile(shown, 0.99), "ms", GOAL_MS),
    ]
