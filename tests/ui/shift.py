"""One busy evening: bodies, beats, sixty units, twenty-five sheets and a few calls, as a shift leaves them."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from models.organisation import OrganisationKind
from models.place import Place
from models.state import Duty
from models.unit import UnitKind
from services.database import Database, Job
from services.dispatching import arrive, ask_return, deliver, depart, finish, job_of, sign
from services.fleet import add_organisation, draw_beat
from services.taking import answer, hang_up
from tests.ui.desk import ACTOR, NOW, call_job, order_job, sheet_jobs, unit_job, write_all

SECOND, MINUTE = 1000, 60_000

STATIONS = (
    ("芗城分局巷口派出所", "巷口", "350602"),
    ("芗城分局东铺头派出所", "东铺头", "350602"),
    ("芗城分局南坑派出所", "南坑", "350602"),
    ("芗城分局新桥派出所", "新桥", "350602"),
    ("龙文分局蓝田派出所", "蓝田", "350603"),
    ("龙文分局步文派出所", "步文", "350603"),
    ("龙海分局石码派出所", "石码", "350604"),
    ("龙海分局角美派出所", "角美", "350604"),
    ("漳浦县公安局绥安派出所", "绥安", "350623"),
    ("东山县公安局铜陵派出所", "铜陵", "350626"),
)
# Address, class, level, seconds since the report, steps of its units, what was reported.
SHEETS: tuple[tuple[str, str, int, int, str, str], ...] = (
    (
        "芗城区胜利西路118号金峰花园3幢2梯501",
        "200600",
        2,
        70,
        "",
        "邻居报称有人持刀追打家人，屋内有小孩哭喊",
    ),
    (
        "龙文区迎宾大道碧湖万达广场地下停车场B2层",
        "200100",
        3,
        40,
        "",
        "两伙人在停车场互殴，约七八人",
    ),
    ("芗城区新华北路与元光北路交叉口", "300100", 3, 95, "", "电动车与小轿车相撞，骑车人倒地"),
    ("龙海区石码街道紫云路26号", "100100", 3, 130, "", "店内手机被盗，损失约四千元"),
    ("漳浦县绥安镇麦市街115号阿明茶行", "200200", 4, 20, "", "顾客与店主因找零发生纠纷"),
    ("芗城区漳华路闽南师范大学西门", "100600", 3, 160, "1", "学生称被冒充客服诈骗，刚转账两万元"),
    ("龙文区水仙大街明发商业广场", "200400", 3, 200, "3", "醉酒男子拦车闹事"),
    ("芗城区延安北路漳州宾馆南侧", "100300", 2, 150, "43", "单车双人抢夺女子挎包，往元光南路逃窜"),
    ("龙海区角美镇锦江道福龙工业园", "200200", 4, 420, "4", "工人讨薪，堵住厂门"),
    ("芗城区丹霞路西湖生态园北门", "400100", 2, 240, "44", "有人落水，岸边群众正在施救"),
    ("东山县铜陵镇风动石景区停车场", "200100", 3, 500, "2", "游客与停车管理员推搡"),
    ("芗城区芝山镇林内村口", "300100", 4, 610, "4", "货车刮倒路边围墙"),
    ("龙文区朝阳镇登科村南路12号", "200700", 3, 700, "5", "举报有人聚众赌博"),
    ("芗城区大通北路丽园广场", "200100", 3, 800, "55", "酒后打架，一人头部流血"),
    ("龙海区浮宫镇霞威村", "400200", 4, 900, "5", "老人走失，穿蓝色上衣"),
    ("芗城区南昌路华联商厦", "100100", 3, 1100, "5", "抓获一名扒窃嫌疑人"),
    ("漳浦县旧镇镇狮头村码头", "200300", 3, 1300, "53", "渔民因泊位争执，阻挠执法"),
    ("芗城区金峰经济开发区金闽路", "300100", 4, 1500, "5", "追尾，无人受伤"),
    ("龙文区蓝田镇鹤鸣路", "200500", 4, 1900, "5", "车窗被砸"),
    ("芗城区瑞京路水仙药店", "200200", 4, 2200, "6", "退货纠纷"),
    ("芗城区腾飞路漳州站出站口", "300300", 4, 2600, "6", "旅客行李遗失"),
    ("龙海区海澄镇豆巷村", "200600", 3, 3000, "66", "夫妻争吵，已劝解"),
    ("龙文区九龙大道大润发超市", "100100", 3, 3600, "6", "超市盗窃，已移交"),
    ("芗城区石亭镇高坑村", "300100", 4, 5200, "6", "三轮车侧翻"),
)
DUTIES = (Duty.PATROL, Duty.STANDBY, Duty.PATROL, Duty.PATROL, Duty.RETURNING)
OTHERS = (Duty.PAUSED, Duty.ESCORT, Duty.OFFLINE, Duty.OFFLINE, Duty.OFFLINE)
KINDS = cycle((UnitKind.CAR, UnitKind.CAR, UnitKind.MOTORCYCLE, UnitKind.CAR, UnitKind.FOOT))
STEPS = {"2": (deliver,), "3": (sign,), "4": (sign, depart), "5": (sign, depart, arrive)}
STEPS["6"] = (*STEPS["5"], finish)


def write_shift(database: Database, now: int = NOW) -> None:
    """Write the evening into an empty store."""
    write_all(database, [*bodies(now), *units(now)])
    free = cycle(f"u{number}" for number in range(1, 49))
    for at, sheet in enumerate(SHEETS):
        write_sheet(database, f"i{at + 1}", sheet, free, now)
    taking = sheet_jobs("i25", at=now - 25 * SECOND, taken=False, level=None, class_taken="")
    write_all(database, [*taking, *calls(now)])


def bodies(now: int) -> list[Job]:
    """Return the commands that enter stations and beats."""
    jobs = []
    for at, (name, beat, division) in enumerate(STATIONS):
        ring = [[117.6 + at / 50, 24.5], [117.61 + at / 50, 24.5], [117.6 + at / 50, 24.52]]
        jobs.append(
            job(
                add_organisation,
                now,
                id=f"o{at}",
                code=f"{division}{at:06d}",
                kind=OrganisationKind.STATION,
                name=name,
                division=division,
            )
        )
        jobs.append(
            job(
                draw_beat,
                now,
                id=f"b{at}",
                code=f"{division}{at:02d}",
                name=f"{beat}警区",
                ring=ring,
                organisation_id=f"o{at}",
            )
        )
    return jobs


def units(now: int) -> list[Job]:
    """Return the commands that enter sixty units."""
    jobs = []
    for number in range(1, 61):
        station = (number - 1) // 6
        busy = number > 48
        duty = (OTHERS if busy else DUTIES)[number % 5]
        jobs.append(
            unit_job(
                f"u{number}",
                f"{STATIONS[station][1]}{number % 6 + 1:02d}",
                duty=duty,
                at=now - (number * 37 % 240) * MINUTE,
                kind=next(KINDS),
                organisation_id=f"o{station}",
                beat_id=f"b{station}",
                crew=2 + number % 3,
                leader="陈志强",
            )
        )
    jobs.append(
        unit_job("u61", "特巡01", duty=Duty.EMERGENCY, at=now - 45 * SECOND, organisation_id="o0")
    )
    return jobs


def write_sheet(
    database: Database, id: str, sheet: tuple[str, str, int, int, str, str], free: Any, now: int
) -> None:
    """Write one sheet with its units as far as they have come."""
    address, code, level, ago, steps, narrative = sheet
    at = now - ago * SECOND
    fields: dict[str, Any] = {
        "address": address,
        "class_taken": code,
        "level": level,
        "narrative": narrative,
    }
    phone = f"1385960{ago:04d}"
    jobs = sheet_jobs(id, at=at, caller_number=phone, caller_name="林女士", **fields)
    crew = [next(free) for _ in steps]
    if crew:
        jobs.append(order_job(id, *crew, at=at + 50 * SECOND))
    write_all(database, jobs)
    for unit, step in zip(crew, steps, strict=True):
        line = database.read(job_of, unit)
        assert line is not None
        reports = STEPS.get(step, ())
        span = max(1, ago * SECOND - 50 * SECOND)
        for place, report in enumerate(reports, 1):
            then = at + 50 * SECOND + span * place // (len(reports) + 1)
            write_all(database, [Job(report, (line.id,), then, ACTOR)])
    if id == "i9":
        line = database.read(job_of, crew[0])
        assert line is not None
        write_all(database, [Job(ask_return, (line.id, "车辆故障"), now - 30 * SECOND, ACTOR)])


def calls(now: int) -> list[Job]:
    """Return the commands that let calls ring, be answered and be missed."""
    place = Place(117.65, 24.51, "carrier", now, accuracy=120.0)
    home = {"owner_name": "黄丽萍", "owner_address": "芗城区打锡巷9号"}
    return [
        call_job("c1", at=now - 14 * SECOND, caller_number="13860912345", place=place, **home),
        call_job("c2", at=now - 4 * SECOND, caller_number="18150567788", place=place),
        call_job("c3", at=now - 3 * SECOND, channel="0500", heard="有人跟踪我，不方便说话"),
        call_job("c4", at=now - 90 * SECOND, caller_number="05962031188", **home),
        Job(answer, ("c4",), now - 80 * SECOND, ACTOR, {"id": "answered"}),
        call_job("c5", at=now - 200 * SECOND, caller_number="15260000911"),
        Job(hang_up, ("c5",), now - 190 * SECOND, ACTOR),
    ]


def job(command: Any, at: int, **kwargs: Any) -> Job:
    """Return a command to run."""
    return Job(command, (), at, ACTOR, kwargs)
