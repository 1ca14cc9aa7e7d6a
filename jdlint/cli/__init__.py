"""The command line: one file a command; the only place that prints and the only one that exits."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType

COMMANDS = (
    *("check", "fix", "import", "diff", "init", "new", "report", "chart"),
    *("explain", "rules", "test", "baseline", "schema", "config", "clean", "completion"),
)

MODULES = {"import": "import_documents"}
"""Commands whose names can't be those of modules, with the modules that hold them."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run jdlint and exit: 0 clean, 1 findings, 2 usage or settings, 3 nothing to check, 130 and 143 on signals."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_streams()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, _: _stop(number, given))
    try:
        code = run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader (head, less) has what it wanted; nothing more can be written, not even at exit
        _silence()
        code = 0
    except OSError as error:
        _silence()
        code = _break_off("halted", given, 2, error)
    except Exception as error:  # noqa: BLE001 - exit code 1 means findings, so a defect must not end with it
        code = _stopped_within(error) or _defect(error, given)
    if arguments is None:
        # taking apart all that a run has built takes a seventh of a short one; the system lets go of it at once
        sys.stderr.flush()
        os._exit(code)
    raise SystemExit(code)


def _open_streams() -> None:
    """Make streams that can write names and duties on every platform, whatever the console's own encoding is."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller: the exit code is all that is asked for
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence() -> None:
    """Let what is still buffered for standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stopped_within(error: Exception) -> int:
    """Give the exit code of a signal that came while Python made a class, which wraps what is raised then; else 0."""
    cause = error.__cause__
    return cause.code if isinstance(cause, SystemExit) and isinstance(cause.code, int) else 0


def _defect(error: Exception, given: list[str]) -> int:
    import traceback  # noqa: PLC0415 - only a defect needs it

    traceback.print_exc()
    return _break_off("defect", given, 2, error)


def _break_off(how: str, given: list[str], code: int, error: Exception | None = None) -> int:
    from jdlint.cli.aside import say_last  # noqa: PLC0415 - only what goes wrong needs it

    say_last(how, given, error)
    return code


def _stop(number: int, given: list[str]) -> None:
    """End the run once; who presses Ctrl-C again while it ends is heard already."""
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(_break_off("stopped", given, 128 + number))


def run(given: list[str]) -> int:
    """Run one command and give its exit code."""
    if given[:1] in (["--version"], ["-V"]):
        from jdlint import __version__  # noqa: PLC0415 - nothing else is needed to answer

        return _say(f"jdlint {__version__}", 0)
    # a run is short and builds large trees that live to its end: collecting garbage only costs time
    gc.disable()
    from jdlint.errors import JdlintError, NothingToCheckError  # noqa: PLC0415 - the same

    command = given[0] if given and given[0] in COMMANDS else "check"
    if given[:1] in (["-h"], ["--help"], ["help"]):
        from jdlint.cli import aside  # noqa: PLC0415 - only a question needs it
        from jdlint.saying import say  # noqa: PLC0415 - the same

        return _say(say("help", "overview").read(aside.language(given)), 0)
    try:
        _refuse_mistyped(given)
        rest = given[1:] if given and given[0] == command else given
        if command == "check" and "--staged" in rest and (told := import_module("jdlint.cli.hook").answer(rest)):
            return _say(told, 0)
        module: ModuleType = import_module(f"jdlint.cli.{MODULES.get(command, command)}")
        execute: Callable[[list[str], Callable[[str], object]], int] = module.execute
        return execute(rest, _write)
    except NothingToCheckError as error:
        return _fail(error.told, given, 3)
    except JdlintError as error:
        return _fail(error.told, given, 2)


def _refuse_mistyped(given: list[str]) -> None:
    """Refuse a first word that is near to a command and no path."""
    if not given or given[0].startswith("-") or given[0] in COMMANDS or os.path.lexists(given[0]):
        return
    from jdlint.errors import UsageError  # noqa: PLC0415 - only a mistake needs them
    from jdlint.near import nearest  # noqa: PLC0415 - the same

    meant = nearest(given[0], COMMANDS)
    if meant and "/" not in given[0]:
        raise UsageError("no-command", name=given[0], meant=meant)


def _fail(told: Callable[[str], str], given: list[str], code: int) -> int:
    from jdlint.cli import aside  # noqa: PLC0415 - only what goes wrong needs it

    aside.say_aside(told(aside.language(given)))
    return code


def _write(text: str) -> None:
    """Write to standard output piece by piece: one large write doesn't notice that its reader has gone."""
    for start in range(0, len(text), _PIECE):
        sys.stdout.write(text[start : start + _PIECE])


_PIECE = 8192


def _say(text: str, code: int) -> int:
    print(text)  # noqa: T201 - the one place that prints
    return code
