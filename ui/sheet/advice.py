"""Advice on the level: by the rules over what was reported, else by the class; always with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from services.levelling import Hit, level_hits
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.trade import Trade

# The fields whose words the rules judge.
TEXTS = ("narrative", "supplement", "trapped_note", "injured_note", "dead_note")
BY_RULE = QT_TRANSLATE_NOOP("Advice", "{name}（“{words}”）")
BY_CLASS = QT_TRANSLATE_NOOP("Advice", "“{name}”的默认级别")


@dataclass(frozen=True, slots=True)
class Advice:
    """A level with the rule that asks for it, or the class whose own level it is."""

    level: int
    hit: Hit | None
    class_code: str

    def reason(self, trade: Trade) -> str:
        """Return why, in the language of the screen."""
        if self.hit is None:
            return translate("Advice", BY_CLASS).format(name=trade.class_name(self.class_code))
        words = "、".join(self.hit.words)
        return translate("Advice", BY_RULE).format(name=trade.word(self.hit), words=words)


def advise(trade: Trade, text: str, code: str, answered: tuple[Hit, ...] = ()) -> Advice | None:
    """Return the gravest level that rules, answers or the class ask for, None where nothing says anything."""
    usual = trade.extra("incident_class", code, "level")
    own = int(usual) if usual.isdigit() else None
    # Of two that ask for one level the answer counts: somebody was asked.
    hits = sorted((*answered, *level_hits(text, trade.rules)), key=lambda hit: hit.level)
    if hits and (own is None or hits[0].level <= own):
        return Advice(hits[0].level, hits[0], "")
    return None if own is None else Advice(own, None, code)
