"""The table of verbs of the command line: their short words, what each of them takes and does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ui.language import QT_TRANSLATE_NOOP, language_name, translate


class Shape(Enum):
    """What follows a verb."""

    UNITS_SHEET = "units sheet"
    UNITS = "units"
    UNIT_REASON = "unit reason"
    UNIT_SHEET = "unit sheet"
    UNIT = "unit"
    SHEET = "sheet"
    SHEET_RESULT = "sheet result words"
    SHEET_WORDS = "sheet words"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its name, its short words, what follows it, what it does, and what may follow as an example.

    Lines are written with the first of its words, in English with the last.
    """

    name: str
    said: str
    shape: Shape
    what: str
    sample: str

    @property
    def words(self) -> tuple[str, ...]:
        """The short words."""
        return tuple(self.said.split())

    @property
    def word(self) -> str:
        """The word that lines are written with in the language of the screen."""
        return self.words[0 if language_name() == "zh" else -1]

    @property
    def example(self) -> str:
        """A line as an example."""
        return f"{self.word} {translate('Command', self.sample)}"


# A step or a duty (`unit.…`) also answers to the key that it has on the units board.
VERBS = (
    Verb(
        "send",
        "派 派警 p pai d send",
        Shape.UNITS_SHEET,
        QT_TRANSLATE_NOOP("Command", "派警力去一起警情；不写警情就是选中的"),
        "618 621 12",
    ),
    Verb(
        "move",
        "改 改派 g gai m move",
        Shape.UNIT_SHEET,
        QT_TRANSLATE_NOOP("Command", "把在警的警力改派到另一起警情"),
        "618 13",
    ),
    Verb(
        "unit.delivered",
        "送 送达 指令送达 2 deliver",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "指令已送达警力"),
        "618",
    ),
    Verb(
        "unit.signed",
        "签 签收 q qian 3 sign",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力签收；申请退单的，不同意退单"),
        "618",
    ),
    Verb(
        "unit.departed",
        "出 出警 c chu 4 depart",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力出警"),
        "618",
    ),
    Verb(
        "unit.arrived",
        "到 到场 dao a 5 arrive",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力到场"),
        "618",
    ),
    Verb(
        "unit.finished",
        "完 完毕 处理完毕 w wan 6 finish",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力处理完毕"),
        "618",
    ),
    Verb(
        "unit.returned",
        "准 同意退单 7 grant",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "同意警力退单"),
        "618",
    ),
    Verb(
        "unit.return_asked",
        "退 退单 申请退单 tui ? return",
        Shape.UNIT_REASON,
        QT_TRANSLATE_NOOP("Command", "警力申请退单，后面写原因"),
        QT_TRANSLATE_NOOP("Command", "618 车辆故障"),
    ),
    Verb(
        "unit.cancelled",
        "撤 撤回 che 0 cancel",
        Shape.UNIT_REASON,
        QT_TRANSLATE_NOOP("Command", "撤回派警，后面写原因"),
        QT_TRANSLATE_NOOP("Command", "618 重复派警"),
    ),
    Verb(
        "main",
        "主 主警力 zhu main",
        Shape.UNIT,
        QT_TRANSLATE_NOOP("Command", "设为主处警力量"),
        "621",
    ),
    Verb(
        "unit.standby",
        "备 备勤 z bei standby",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力备勤"),
        "618",
    ),
    Verb(
        "unit.patrol",
        "巡 巡逻 x xun patrol",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力巡逻"),
        "618",
    ),
    Verb(
        "unit.returning",
        "返 返回 f fan back",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力返回途中"),
        "618",
    ),
    Verb(
        "unit.escort",
        "押 押解 y ya escort",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力押解护送"),
        "618",
    ),
    Verb(
        "unit.paused",
        "暂 暂离 t zan pause",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力暂离，不派警"),
        "618",
    ),
    Verb(
        "unit.offline",
        "离 离线 - li offline",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力离线下班"),
        "618",
    ),
    Verb(
        "unit.emergency",
        "急 求助 ! qiuzhu help",
        Shape.UNITS,
        QT_TRANSLATE_NOOP("Command", "警力紧急求助"),
        "618",
    ),
    Verb(
        "feed_back",
        "反 反馈 fk fankui feedback",
        Shape.SHEET_RESULT,
        QT_TRANSLATE_NOOP("Command", "填写反馈：警情、处理结果、处置情况"),
        QT_TRANSLATE_NOOP("Command", "12 现场调解 已劝解"),
    ),
    Verb(
        "close",
        "结 处结 j jie close",
        Shape.SHEET_RESULT,
        QT_TRANSLATE_NOOP("Command", "处结警情：处理结果、说明"),
        QT_TRANSLATE_NOOP("Command", "12 现场调解"),
    ),
    Verb(
        "note",
        "记 流水 n ji note",
        Shape.SHEET_WORDS,
        QT_TRANSLATE_NOOP("Command", "在警情的流水中记一条"),
        QT_TRANSLATE_NOOP("Command", "12 已通知家属"),
    ),
    Verb(
        "open",
        "开 打开 k kai o open",
        Shape.SHEET,
        QT_TRANSLATE_NOOP("Command", "打开警情详情"),
        "12",
    ),
    Verb(
        "show",
        "看 kan s show",
        Shape.UNIT,
        QT_TRANSLATE_NOOP("Command", "选中警力，在警力表和地图上看"),
        "618",
    ),
    Verb(
        "find",
        "找 查找 zhao / find",
        Shape.WORDS,
        QT_TRANSLATE_NOOP("Command", "在全部警单中查找"),
        QT_TRANSLATE_NOOP("Command", "张三"),
    ),
)
BY_WORD = {word: verb for verb in VERBS for word in verb.words}
