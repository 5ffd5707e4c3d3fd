"""What a line may mean: one way or several, each with what would happen in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.command.name import Name

MOST = 8


@dataclass(frozen=True, slots=True)
class Deed:
    """One command with its arguments."""

    command: Callable[..., Any]
    args: tuple[Any, ...]
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to read a line.

    `line` says it so that it has no other reading; `words` says what would happen; `why_not` why it cannot. It does
    `deeds` one after the other, or asks the window for something (`go`: what, and about which); neither, and it is
    only a beginning that goes on.
    """

    line: str
    words: str
    deeds: tuple[Deed, ...] = ()
    go: tuple[str, str] = ("", "")
    why_not: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.deeds) or bool(self.go[0]) or bool(self.why_not)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a line may mean; `sole` is set where it means one thing and all of it was typed.

    `more`: there are more meanings than are listed.
    """

    meanings: tuple[Meaning, ...] = ()
    sole: Meaning | None = None
    problem: str = ""
    more: bool = False


def reading(meanings: Sequence[Meaning]) -> Reading:
    """Return what was typed whole: one meaning is meant, several are for the person to choose from."""
    sole = meanings[0] if len(meanings) == 1 and meanings[0].is_whole else None
    problem = sole.why_not if sole is not None else ""
    return Reading(tuple(meanings[:MOST]), sole, problem, len(meanings) > MOST)


def called(name: Name) -> Meaning:
    """Return what a name means: an action is done, a verb goes on."""
    return Meaning(name.line, name.words, go=("action", name.action) if name.action else ("", ""))
