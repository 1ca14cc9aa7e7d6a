"""The bytes of one YAML file become a Source, within bounds of size; whatever they hold, nothing is raised."""

from jdlint.finding import Value
from jdlint.location import Span
from jdlint.source.encoding import decode, forbidden_character, is_binary
from jdlint.source.plain import read_plain
from jdlint.source.source import Problem, Source
from jdlint.source.view import MAX_BYTES


def read(path: str, raw: bytes) -> Source:
    """Read a file's bytes; never raises for what they hold."""
    if len(raw) > MAX_BYTES:
        values: dict[str, Value] = {"limit": MAX_BYTES // 1000, "size": len(raw) // 1000}
        return _refuse(path, "", Problem("syntax/limit", _TOP, "size", values))
    if is_binary(raw):
        return _refuse(path, "", Problem("syntax/encoding", _TOP, "binary"))
    decoded = decode(raw)
    if decoded.reason:
        values = {"encoding": decoded.encoding}
        stop = Span(decoded.stop, decoded.stop)
        return _refuse(path, decoded.text, Problem("syntax/encoding", stop, decoded.reason, values))
    text = decoded.text
    problems = [Problem("syntax/encoding", Span(0, 0), "mark")] if decoded.marked else []
    if not text.strip():
        return Source(path, text, (), (*problems, Problem("syntax/empty", Span(0, 0), "empty")), readable=False)
    found = forbidden_character(text)
    if found is not None:
        values = {"character": f"U+{ord(text[found]):04X}"}
        return _refuse(path, text, Problem("syntax/encoding", Span(found, found + 1), "control", values))
    return _parsed(path, text, problems)


def _refuse(path: str, text: str, problem: Problem) -> Source:
    return Source(path, text, (), (problem,), readable=False)


_TOP = Span(0, 0)


def _parsed(path: str, text: str, problems: list[Problem]) -> Source:
    """Read a plain text line by line, in two thirds of the time that libyaml's events take, and any other by them."""
    whole = read_plain(text)
    if whole is not None:
        return Source(path, text, (whole,), tuple(problems))
    from jdlint.source.events import read_events  # noqa: PLC0415 - 10 ms, paid only for what isn't plain

    return read_events(path, text, problems)
