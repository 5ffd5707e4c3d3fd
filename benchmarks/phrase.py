"""What the sheets of a made-up city say: streets of its real townships, people, phones, and reports by class.

The mix of classes follows the share of Fujian's effective incidents of 2014 (crime and order 28 %, traffic 21 %, help
17 %, disputes 10 %, fire 0.4 %); the rest is spread over consultations, complaints and others. Nobody is meant.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from random import Random

from services.resource import RESOURCES

DIVISIONS = RESOURCES / "dictionary" / "division.csv"
STREETS_A_TOWNSHIP = 24
FIRST = "胜新延元水九丹南建民和平文东西北中江金龙凤瑞福安康华光明义信仁德丰瀛芝圆浦港湖桥山石溪林"
SECOND = "利华安光仙龙霞昌设主平明化岳湖山江滨园都凰城星福宁泰兴阳荣庆田头美州口坑亭埔洋坂厝社"
SUFFIX = ("路", "路", "路", "街", "大道", "巷", "村", "新村", "花园", "小区")
SPOTS = (
    "",
    "",
    "",
    "门口",
    "路口",
    "3栋2单元",
    "一楼店面",
    "地下停车场",
    "公交站旁",
    "菜市场内",
    "工地",
)
SURNAMES = "陈林黄张李王吴蔡刘杨许郑谢郭曾洪庄赖沈卢何戴游简阮"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂志文建国玉梅雪莲海荣宗阿坤水添"
PREFIXES = (
    "130",
    "133",
    "135",
    "136",
    "137",
    "138",
    "139",
    "150",
    "151",
    "158",
    "177",
    "180",
    "186",
    "189",
)
REPEATED = 0.15
# Class, weight, level, and what is reported.
REPORTS: tuple[tuple[str, float, int, tuple[str, ...]], ...] = (
    (
        "100100",
        9.0,
        3,
        ("放在{spot}的电动车被盗，价值三千多元。", "店里收银台的现金被人偷走，有监控。"),
    ),
    (
        "100600",
        8.0,
        3,
        ("接到自称客服的电话，被骗转账{amount}元。", "网上刷单被骗{amount}元，对方已失联。"),
    ),
    (
        "200100",
        10.6,
        3,
        ("两人在路边打架，一人头部出血，围观群众较多。", "{count}个人喝酒后打架，拿着酒瓶。"),
    ),
    (
        "300100",
        20.9,
        3,
        ("小车与电动车相撞，骑车人倒地，{count}人受伤。", "货车追尾，占用一条车道，无人受伤。"),
    ),
    ("400100", 0.4, 2, ("居民楼三楼着火，有浓烟，不清楚有没有人被困。",)),
    (
        "500100",
        17.4,
        4,
        ("老人走失，上身穿蓝色外套，说话不清楚。", "钥匙落在家里，小孩一个人反锁在屋内。"),
    ),
    (
        "200200",
        9.7,
        4,
        ("邻居半夜唱歌，吵得睡不着，沟通过几次没有用。", "与房东因押金发生纠纷，房东不让搬东西。"),
    ),
    ("600600", 14.0, 4, ("咨询身份证补办需要带什么材料。", "夜市占道，油烟很大，请城管来处理。")),
    ("999900", 10.0, 4, ("拨错电话。", "无声电话，回拨后说没有事。")),
)
WEIGHTS = [weight for _, weight, _, _ in REPORTS]


@dataclass(frozen=True, slots=True)
class Township:
    """A township with its district before it, its code and its streets."""

    name: str
    division: str
    streets: tuple[str, ...]


def townships(random: Random) -> list[Township]:
    """Return the townships that hold today, with streets made up."""
    with DIVISIONS.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if not row["valid_to"]]
    names = {row["code"]: row["name"] for row in rows}
    return [
        Township(
            names.get(row["parent"], "") + row["name"],
            row["parent"],
            tuple(
                random.choice(FIRST) + random.choice(SECOND) + random.choice(SUFFIX)
                for _ in range(STREETS_A_TOWNSHIP)
            ),
        )
        for row in rows
        if len(row["code"]) == 9
    ]


def address(random: Random, township: Township) -> str:
    """Return a house of a township."""
    return (
        f"{township.name}{random.choice(township.streets)}{random.randrange(1, 999)}号"
        f"{random.choice(SPOTS)}"
    )


def person(random: Random) -> str:
    """Return a name."""
    return random.choice(SURNAMES) + "".join(random.choices(GIVEN, k=random.choice((1, 2, 2))))


def phone(random: Random, known: list[str]) -> str:
    """Return a number; some call again."""
    if known and random.random() < REPEATED:
        return random.choice(known)
    number = f"{random.choice(PREFIXES)}{random.randrange(10**8):08d}"
    known.append(number)
    return number


def report(random: Random) -> tuple[str, int, str]:
    """Return a class, a level and what was said."""
    code, _, level, said = random.choices(REPORTS, WEIGHTS)[0]
    text = random.choice(said).format(
        spot=random.choice(SPOTS) or "楼下",
        amount=random.randrange(500, 90_000),
        count=random.randrange(2, 9),
    )
    return (
        code,
        level,
        f"{text}车牌闽E{random.randrange(10**5):05d}。" if code == "300100" else text,
    )
