"""The two errors people are told about; each is a code with parameters, the wording lives in `ui/`."""

from __future__ import annotations

Param = str | int | float | None


class CodedError(Exception):
    """An error that people read: `code` names the sentence, `params` fill its blanks."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({filled})"


class RuleError(CodedError):
    """A refusal by the rules of the trade: nothing was changed."""


class TroubleError(CodedError):
    """A failure of the outside world: disk, file, other process. Says what to do."""
