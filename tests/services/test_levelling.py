"""Labelled sentences: each says which rule of the level file it must hit, or that it is a trap and hits none."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from models.errors import TroubleError
from services.levelling import Hit, ages, level_hits, own_rules, read_rules, shipped_rules

# What is reported, and the rules that must hold: no more, no fewer.
GRAVE: list[tuple[str, str]] = [
    ("路口两车相撞，骑车的人没有呼吸了", "death"),
    ("我邻居好几天没出门，撞开门看人已经死了", "death"),
    ("工地上有人被压死", "death"),
    ("阿伯晕倒在路边，没气了", "death"),
    ("狗把人咬死了", "death"),
    ("水库边有小孩溺亡", "death"),
    ("他说他把老婆杀死了", "death"),
    ("有人从六楼坠楼", "fall_from_height"),
    ("工友从脚手架上掉下来", "fall_from_height"),
    ("小孩掉进井里了", "fall_from_height"),
    ("隔壁一家煤气中毒，三个人叫不醒", "toxic_gas"),
    ("冷库氨气泄漏，工人往外跑", "toxic_gas"),
    ("学校食堂吃饭后二十多个学生食物中毒", "food_poisoning"),
    ("一家人蘑菇中毒在卫生院", "food_poisoning"),
    ("有个女的坐在桥栏杆上要跳河", "suicide"),
    ("我姐喝农药了", "suicide"),
    ("男子在家烧炭，门反锁", "suicide"),
    ("有人割腕，流了很多血", "suicide"),
    ("他发微信说不想活了，定位在铁路边", "suicide"),
    ("留了遗书，人不见了", "suicide"),
    ("有人卧轨", "suicide"),
    ("天台有人要跳楼", "suicide"),
    ("我家小孩在万达走丢了，5岁", "missing_child"),
    ("七岁男孩放学后失踪", "missing_child"),
    ("孩子不见了，找了一个小时", "missing_child"),
    ("我女儿15岁，离家出走两天了", "missing_girl"),
    ("十六岁的女学生失联", "missing_girl"),
    ("我奶奶从家里走失", "missing_elder"),
    ("老人家早上出去一直没回家", "missing_elder"),
    ("我妈七十二岁，出门买菜不见了", "missing_elder_by_age"),
    ("我弟弟有精神病，从医院跑出去了", "missing_disabled"),
    ("一个男的智力有问题，走丢了", "missing_disabled"),
    ("路边有个阿婆迷路了，说不清家在哪里", "found_person"),
    ("捡到一个小孩，没有大人", "found_person"),
    ("河边漂着一具浮尸", "unknown_body"),
    ("山上发现一堆白骨", "unknown_body"),
    ("垃圾桶里有个婴儿在哭", "abandoned_infant"),
    ("医院门口发现弃婴", "abandoned_infant"),
    ("他从车里拿出一把枪", "guns_explosives"),
    ("拆房子挖到一颗炮弹", "guns_explosives"),
    ("我知道有人私藏炸药", "guns_explosives"),
    ("化工厂爆炸了", "guns_explosives"),
    ("有人收保护费，不给就砸店", "gang_crime"),
    ("举报村里的黑恶势力", "gang_crime"),
    ("几十人堵门不让进", "mass_incident"),
    ("两帮人在大排档门口打群架", "mass_incident"),
    ("村民们拦车，路都过不去", "mass_incident"),
    ("上百人在工地哄抢钢筋", "mass_incident"),
    ("市政府门口集体上访", "gathered_petition"),
    ("十几个人在信访局拉横幅", "gathered_petition"),
    ("中学宿舍里几个人多次殴打我儿子，不敢上学", "school_bullying"),
    ("同学长期欺负她，现在抑郁了", "school_bullying"),
    ("女生在学校被扇耳光，还拍了视频", "school_bullying"),
    ("有人拿着菜刀追我", "controlled_knives"),
    ("包里有匕首", "controlled_knives"),
    ("KTV里有人持刀", "controlled_knives"),
    ("宾馆房间有人吸毒", "drugs_poison_chemicals"),
    ("槽罐车侧翻，闻到很刺鼻的味道", "drugs_poison_chemicals"),
    ("有人往鱼塘投毒", "drugs_poison_chemicals"),
    ("有个外国人在军港拍照，怀疑是间谍", "state_security"),
    ("有人在加油站纵火", "state_security"),
    # said in other words
    ("我爷爷在家里过世了", "death"),
    ("河里捞上来一个人，好像已经没命了", "death"),
    ("工人从三楼摔下来", "fall_from_height"),
    ("有人把小孩从阳台扔下来", "fall_from_height"),
    ("我老婆吃了一瓶安眠药", "suicide"),
    ("我同学说要从天台跳下去", "suicide"),
    ("有个男的站在大桥护栏外面要往下跳", "suicide"),
    ("三岁小孩找不到了", "missing_child"),
    ("我外甥六岁在超市走散了", "missing_child"),
    ("我父亲有老年痴呆，出门没回来", "missing_disabled missing_elder"),
    ("有一个小女孩在哭，说找不到妈妈", "found_person"),
    ("草丛里有一个刚出生的婴儿", "abandoned_infant"),
    ("水里漂着一个人", "unknown_body"),
    ("隔壁房间有尸臭", "unknown_body"),
    ("捡到一个手雷", "guns_explosives"),
    ("有人说要炸学校", "guns_explosives"),
    ("一百多人围在厂门口讨要工资", "mass_incident"),
    ("工人们把工地大门堵了", "mass_incident"),
    ("好多人拿着棍子在打架", "mass_incident"),
    ("我儿子在学校被人打成骨折", "school_bullying"),
    ("他把我弟捅了", "controlled_knives"),
    ("幼儿园十几个小孩吃完午饭都吐了", "food_poisoning"),
]
# What has a grave word, or a grave look, and is not grave.
TRAPS: list[str] = [
    # what is long over, or was heard of
    "去年有人在这里跳楼",
    "十年前他爸被打死",
    "以前这里淹死过人，现在护栏又坏了",
    "新闻说有人持刀砍人，问是不是真的",
    # 死 that is no death
    "停车场死角被刮了",
    "车把我家门口堵死了",
    "电梯门卡死了，没有人困在里面",
    "消防通道被堵死",
    "他喝醉了躺在地上，没有死",
    "打架有人受伤，没人死亡",
    "邻居养的鸡吵死了",
    "楼上装修吵死人不让睡，烦死了",
    "我来办死亡证明，派出所不给盖章",
    "死亡赔偿金谈不拢，两家吵起来",
    "前年车祸死亡的赔偿还没给",
    "他死活不肯还钱",
    "电脑死机了，你们能修吗",
    # animals
    "一条狗死在路中间",
    "我家的猪被毒死了",
    "池塘里的鱼死了一片",
    "车撞死了一只猫",
    "路边有死鸡，臭死了",
    "楼下有一具狗的尸体",
    # threats, not deeds
    "他威胁说要打死我",
    "前夫扬言杀人",
    "再不开门就快被打死了",
    # hurt, bleeding, lying down
    "有人受伤流血",
    "一个男的躺在路边，喊他有反应",
    "头破血流，人还清醒",
    "骑车摔倒，腿骨折了",
    "醉汉倒在花坛边睡着了",
    # onlookers and crowds
    "两个人吵架，很多人围观",
    "出车祸了，上百人看热闹堵路",
    "很多人在广场跳舞，音乐太吵",
    "几十人排队抢购，有人插队吵架",
    # bullying without all three
    "我儿子在学校被打了一下",
    "同学之间长期不说话",
    "校门口有人打架",
    "邻居长期欺负我们家",
    # missing, but not those of the list
    "我老公一晚上没回家",
    "16岁的男孩离家出走",
    "18岁的女儿离家出走",
    "28岁女子失联",
    "我孩子的手机不见了",
    "奶奶的三轮车不见了",
    "电动车不见了",
    "狗走丢了",
    # words that only look grave
    "商场跳楼价甩卖，怀疑是假货",
    "游乐园跳楼机停在半空",
    "小孩玩水枪射到人",
    "对面工地钉枪声音太大",
    "打印机喷枪坏了",
    "有人在小区放鞭炮，像爆炸一样的鞭炮",
    "高空抛物，花盆从楼上掉下来",
    "玻璃从楼上掉下来砸到车",
    "消毒水味道太重",
    "我的电脑中病毒了",
    "我不想活在这种噪音里了",
    "他骂我，说让我去死",
    "我家的枪鱼缸破了",
    "死者家属来闹赔偿",
    "老人摔倒了起不来",
    "一群人在吃烧烤太吵",
    "我在用刀切菜，邻居来吵",
    "跟着教练从跳台往下跳水",
    "饭店拿刀切到手了",
    "刀削面馆吵架",
    "我一个人去信访没人理",
    "戒毒宣传的横幅掉了",
    "婴儿车放在门口被偷了",
    "卖二手枪战游戏光盘被骗",
    # nothing
    "",
    "停车被堵住出不来",
    "想咨询身份证怎么办理",
    "邻居噪音扰民",
    "手机被骗两千块",
]


def codes(hits: tuple[Hit, ...]) -> set[str]:
    """Return the rules' codes."""
    return {hit.rule for hit in hits}


@pytest.mark.parametrize(("sentence", "rule"), GRAVE, ids=[text for text, _ in GRAVE])
def test_what_is_grave_is_proposed_for_level_2_by_its_rule(sentence: str, rule: str) -> None:
    hits = level_hits(sentence, shipped_rules())
    assert codes(hits) == set(rule.split())
    assert all(hit.level <= 2 for hit in hits)
    assert all(word in sentence for hit in hits for word in hit.words), "it quotes what it saw"


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_trap_proposes_nothing(sentence: str) -> None:
    assert level_hits(sentence, shipped_rules()) == ()


def test_every_rule_of_the_file_has_a_sentence_and_both_codes() -> None:
    rules = shipped_rules().rules
    told = Counter(rule for _, said in GRAVE for rule in said.split())
    assert set(told) == {rule.code for rule in rules}
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.name and rule.name_en.isascii() and rule.level == 2 for rule in rules)
    assert len(GRAVE) + len(TRAPS) >= 60


def test_several_saidmay_hold_and_a_later_clause_is_not_excused_by_an_earlier_one() -> None:
    hits = level_hits("很多人围观，有人持刀，一个人没有呼吸", shipped_rules())
    assert codes(hits) == {"death", "controlled_knives"}
    assert codes(level_hits("狗死了，主人也死了", shipped_rules())) == {"death"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5岁", [5]),
        ("十六周岁的", [16]),
        ("七十多岁，八十二岁", [70, 82]),
        ("一百零二岁", [102]),
        ("两岁半", [2]),
        ("5楼", []),
        ("百岁路", [100]),
    ],
)
def test_ages_are_read_in_figures_and_in_words(text: str, found: list[int]) -> None:
    assert ages(text) == found


def test_a_key_in_a_long_text_is_judged_within_a_frame() -> None:
    text = "".join(f"他说{at}号楼有人没有死，狗{at}死了，" for at in range(250))[:3900]
    level_hits(text, shipped_rules())
    took = []
    for key in range(20):
        text += f"字{key}"
        # This thread's own time: what others do on the machine is not the question.
        start = time.thread_time()
        level_hits(text, shipped_rules())
        took.append(time.thread_time() - start)
    assert sorted(took)[10] < 0.016


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[common]",
        "not toml",
        '[common]\nnegations=[]\nfillers=""\npersons=[]\nignore=[]\n[[rule]]\ncode="x"\nname="x"\n'
        'name_en="x"\nlevel=9\nwords=["a"]',
        '[common]\nnegations=[]\nfillers=""\npersons=[]\nignore=[]\n[[rule]]\ncode="x"\nname="x"\n'
        'name_en="x"\nlevel=2\nall=[[]]',
    ],
)
def test_a_file_of_saidthat_will_not_do_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "level.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TroubleError) as trouble:
        read_rules(file)
    assert trouble.value.code == "rules.unreadable"


OWN = """
[common]
negations = []
fillers = ""
persons = []
ignore = []
[[rule]]
code = "typhoon"
name = "台风险情"
name_en = "Typhoon"
level = 1
words = ["台风"]
"""


def test_a_site_may_keep_rules_of_its_own_beside_its_store(tmp_path: Path) -> None:
    assert own_rules(tmp_path) is None
    (tmp_path / "level.toml").write_text(OWN, encoding="utf-8")
    own = own_rules(tmp_path)
    assert own is not None
    assert [hit.rule for hit in level_hits("台风刮倒了树", own)] == ["typhoon"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[rule]",
        "\x00",
        OWN.replace("level = 1", "level = 9"),
        OWN.replace('words = ["台风"]', "words = [7]"),
        OWN.replace('words = ["台风"]', 'words = [""]'),
        OWN.replace('words = ["台风"]', 'words = "台风"'),
        OWN.replace('code = "typhoon"', ""),
        OWN.replace("[common]", "[other]"),
    ],
)
def test_rules_that_are_no_good_are_refused_whole(tmp_path: Path, text: str) -> None:
    (tmp_path / "level.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TroubleError) as told:
        own_rules(tmp_path)
    assert told.value.code == "rules.unreadable"
    assert "level.toml" in str(told.value.params["path"])


def test_rules_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "level.toml").write_bytes(OWN.encode("gb18030"))
    with pytest.raises(TroubleError):
        own_rules(tmp_path)
