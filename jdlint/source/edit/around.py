"""What stands around a value: the mappings and lists that hold it, and the lines that it takes."""

from bisect import bisect_right
from functools import lru_cache

from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.events import behind_properties
from jdlint.source.source import Source
from jdlint.source.tree import Mapping, Node, Scalar, Sequence

_STRANGE_BREAKS = pattern("[\x85\u2028\u2029]")
"""Characters that YAML 1.1 takes for line ends and editors don't: where they stand, lines can't be told apart."""
_INDENT = pattern(r" *")


class Line(NamedTuple):
    """One line of a text; the end lies behind its line end."""

    start: int
    end: int


def has_strange_breaks(text: str) -> bool:
    """Whether a text holds line ends that only some programs know."""
    return not text.isascii() and _STRANGE_BREAKS.search(text) is not None


def line_at(text: str, place: int) -> Line:
    """Give the line that a character stands on."""
    if text[place - 1 : place + 1] == "\r\n" and place:
        place -= 1  # one line end of two characters
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    ends = [found for found in (text.find("\n", place), text.find("\r", place)) if found != -1]
    if not ends:
        return Line(start, len(text))
    end = min(ends)
    return Line(start, end + (2 if text[end : end + 2] == "\r\n" else 1))


def line_break(text: str, place: int) -> str:
    """Give the line end in use at a place: that of its line, of the line before, or of the first line."""
    line = line_at(text, place)
    for end in (line.end, line.start, line_at(text, 0).end):
        for mark in ("\r\n", "\n", "\r"):
            if text.endswith(mark, 0, end):
                return mark
    return "\n"


def is_over_lines(text: str, node: Node) -> bool:
    """Whether a value is written over several lines."""
    return any(mark in text[node.start : node.end] for mark in "\n\r\x85\u2028\u2029")


def indent_of(text: str, line: Line) -> int:
    """Count the blanks that a line begins with."""
    found = _INDENT.match(text, line.start, line.end)
    return found.end() - line.start if found else 0


def content(text: str, line: Line) -> str:
    """Give a line without the blanks around it and its line end."""
    return text[line.start : line.end].strip()


def is_flow(text: str, node: Mapping | Sequence) -> bool:
    """Whether a mapping or list is written in brackets."""
    start = behind_properties(text, node.start, node.end)
    return text[start : start + 1] in ("{", "[") and text[start : start + 1] != ""


def ancestors(source: Source, node: Node) -> tuple[Mapping | Sequence, ...]:
    """Give the mappings and lists that a node stands in, the outermost first; () where it isn't found."""
    for document in source.documents:
        found = _path(document, node)
        if found is not None:
            return found
    return ()


def _path(top: Node, node: Node) -> tuple[Mapping | Sequence, ...] | None:
    path: list[Mapping | Sequence] = []
    at: Node | None = top
    while at is not None and not is_same(at, node):
        if isinstance(at, Scalar):
            return None
        path.append(at)
        at = _inside(at, node)
    return tuple(path) if at is not None else None


def is_same(first: Node, second: Node) -> bool:
    """Whether two nodes, perhaps of two readings of one text, are one."""
    return first is second or (type(first), *first.span) == (type(second), *second.span)


def _inside(outer: Mapping | Sequence, node: Node) -> Node | None:
    """Give the part of a mapping or list that is a node or holds it."""
    parts: list[Node] = []
    if isinstance(outer, Sequence):
        parts += outer.items
    else:
        for key, value in outer.entries:
            parts += (key, value)
    for part in parts:
        if is_same(part, node) or (not isinstance(part, Scalar) and part.start <= node.start and node.end <= part.end):
            return part
    return None


def is_in_flow(source: Source, node: Node) -> bool:
    """Whether a node stands inside brackets."""
    spans = _in_brackets(source)
    place = bisect_right(spans, Span(node.start, len(source.text))) - 1
    return place >= 0 and spans[place].start < node.start < spans[place].end


@lru_cache(maxsize=16)
def _in_brackets(source: Source) -> list[Span]:
    """Give the outermost mappings and lists in brackets, in order."""
    found: list[Span] = []
    work: list[Node] = list(source.documents)
    while work:
        node = work.pop()
        if isinstance(node, Scalar):
            continue
        if is_flow(source.text, node):
            found.append(node.span)
        else:
            work += node.items if isinstance(node, Sequence) else [part for entry in node.entries for part in entry]
    return sorted(set(found))


def scalar_at(source: Source, span: Span) -> Scalar | None:
    """Give the key or value of a file that covers a span."""
    probe = Scalar("", span.start, span.end, "")
    at: Node | None = next((each for each in source.documents if each.start <= span.start <= each.end), None)
    while at is not None and not isinstance(at, Scalar):
        at = _covering(at, probe)
    return at


def _covering(outer: Mapping | Sequence, probe: Scalar) -> Node | None:
    parts = outer.items if isinstance(outer, Sequence) else [part for entry in outer.entries for part in entry]
    return next((part for part in parts if part.start <= probe.start and probe.end <= part.end), None)


def reaches(text: str, node: Node) -> int | None:
    """Give where the last character of a node ends; None where that can't be told."""
    if isinstance(node, Scalar):
        return _end_of_scalar(text, node)
    if is_flow(text, node):
        return node.end
    if isinstance(node, Sequence):
        last: Node | None = node.items[-1] if node.items else None
    else:
        last = node.entries[-1].value if node.entries else None
    if last is None or not node.start <= last.start <= last.end <= node.end:
        return None  # an alias: what it stands for is written elsewhere
    return reaches(text, last)


def _end_of_scalar(text: str, scalar: Scalar) -> int | None:
    if scalar.style not in ("|", ">"):
        return scalar.end
    header = text[scalar.start : line_at(text, scalar.start).end]
    if "+" in header.partition("#")[0]:
        return None  # the empty lines behind it belong to its text
    return scalar.start + len(text[scalar.start : scalar.end].rstrip())
