"""Says on standard error what a run tells beside its report, and in which language where no organisation speaks one."""

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from jdlint.wording import language_of, language_of_locale

_LAST_WORDS = {
    "stopped": {"en": "stopped", "zh": "已停止", "zh-Hant": "已停止"},
    "halted": {"en": "can't go on: {error}", "zh": "无法继续：{error}", "zh-Hant": "無法繼續：{error}"},
    "defect": {
        "en": "this is a defect of jdlint ({error}); please report it with the lines above",
        "zh": "这是 jdlint 自身的缺陷（{error}）；请连同上面几行一并反馈",
        "zh-Hant": "這是 jdlint 自身的缺陷（{error}）；請連同上面幾行一併回報",
    },
}
"""How a run breaks off; they stand here, because it may do so where rules/ can't be read."""


def language(arguments: Sequence[str]) -> str:
    """Give the language that a command line asks for, however wrong the rest of it may be, else the locale's."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    asked = [language_of(after) for word, after in pairwise(words) if word == "--lang"]
    return next(filter(None, reversed(asked)), None) or language_of_locale(os.environ)


def say_last(how: str, arguments: Sequence[str], error: Exception | None = None) -> None:
    """Say how a run breaks off."""
    spoken = language(arguments)
    named = _reason(error, spoken) if isinstance(error, OSError) else type(error).__name__
    say_aside(_LAST_WORDS[how][spoken].format(error=named))


def _reason(error: OSError, spoken: str) -> str:
    """Say what the system refuses, and where; in its own words where rules/ can't be read."""
    try:
        from jdlint.saying import reason  # noqa: PLC0415 - only what goes wrong needs it

        said = reason(error).read(spoken)
    except Exception:  # noqa: BLE001 - nothing may hide what stopped the run
        return str(error)
    return f"{error.filename}: {said}" if error.filename else said


def say_aside(text: str) -> None:
    """Print a warning or an error; names of files may hold what a terminal would obey, so that is written out."""
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        from jdlint.report.width import shown  # noqa: PLC0415 - hardly ever needed, and slow to load

        text = "\n".join(map(shown, lines))
    print(f"jdlint: {text}", file=sys.stderr)  # noqa: T201 - the one place that prints beside the report
