"""Comments addressed to jdlint, and the parts of a file that each stands at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.record import NamedTuple
from jdlint.source.source import Source
from jdlint.source.tree import Mapping, Node, Scalar


class Comment(NamedTuple):
    """One comment, from its mark to the end of its line, or to the next comment for jdlint on it."""

    span: Span
    head: str
    """`# jdlint:` as it is written; its colon may be a Chinese one."""
    text: str
    """What follows."""
    covers: Span | None
    """The entries and items that it stands at: behind them on their line, or above them."""
    is_first: bool
    """Whether nothing but comments stands above it."""


_CALL = pattern(r"#[^\S\r\n]*jdlint[^\S\r\n]*[:：]")


def comments(source: Source) -> tuple[Comment, ...]:
    """Give the comments for jdlint in a file; libyaml drops comments, so they are looked for in the text."""
    if "jdlint" not in source.text or not source.readable:
        return ()
    return tuple(_Finder(source).comments())


class _Finder:
    """Knows where the values of one file stand; takes time in proportion to the file, whatever it holds."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._lines = source.lines
        parts = {part for document in source.documents for part in _parts(document)}
        self._parts = sorted({span for span, _ in parts}, key=lambda span: (span.start, -span.end))
        self._begins = [span.start for span in self._parts]
        self._owned = sorted((own, span) for span, scalars in parts for own in scalars)
        self._own_begins = [own.start for own, _ in self._owned]
        scalars = {scalar for document in source.documents for scalar in _scalars(document)}
        self._scalars = sorted((each.start, each.end, each.style) for each in scalars)
        self._starts = [start for start, _, _ in self._scalars]
        self._first = min(self._starts, default=len(self._text))
        self._under: dict[int, Span | None] = {}

    def comments(self) -> Iterator[Comment]:
        calls = [found for found in _CALL.finditer(self._text) if self._is_comment(found.start())]
        limits = [call.start() for call in calls[1:]] + [len(self._text)]
        line, end, covers = 0, 0, None
        for call, limit in zip(calls, limits, strict=False):
            if self._line(call.start()) != line:  # a line may hold many, and is looked at once
                line = self._line(call.start())
                end = self._lines.offset(line) + len(self._lines.line(line))
                covers = self._covered(line, call.start())
            text = self._text[call.end() : min(end, limit)].rstrip()
            yield Comment(
                Span(call.start(), call.end() + len(text)), call.group(), text, covers, call.start() < self._first
            )

    def _is_comment(self, mark: int) -> bool:
        """Tell a comment's mark from a character of a value; the line that opens a block may hold a comment."""
        if mark and not self._text[mark - 1].isspace():
            return False
        index = bisect_right(self._starts, mark) - 1
        if index < 0:
            return True
        start, end, style = self._scalars[index]
        return mark >= end or (style in ("|", ">") and self._line(start) == self._line(mark))

    def _covered(self, line: int, mark: int) -> Span | None:
        start = self._lines.offset(line)
        if not self._text[start:mark].strip(" \t-?"):
            return self._below(line + 1)
        beside = list(self._beside(start, mark))
        return Span(min(span.start for span in beside), max(span.end for span in beside)) if beside else None

    def _beside(self, line: int, mark: int) -> Iterator[Span]:
        """Give the parts that begin and end on a line, and those of which a key or a text stands on it."""
        for span in self._parts[bisect_left(self._begins, line) : bisect_left(self._begins, mark)]:
            if span.end <= mark:
                yield span
        index = bisect_left(self._own_begins, mark) - 1
        while index >= 0 and self._owned[index][0].end > line:
            yield self._owned[index][1]
            index -= 1

    def _below(self, line: int) -> Span | None:
        """Give the widest part that begins on the next line with a value."""
        passed = []
        while line not in self._under:
            text, start = self._lines.line(line), self._lines.offset(line)
            index = bisect_left(self._begins, start)
            if index < len(self._parts) and self._begins[index] < start + len(text):
                self._under[line] = self._parts[index]
            elif line < self._line(len(self._text)) and _is_bare(text):
                passed.append(line)
                line += 1
            else:
                self._under[line] = None
        self._under |= dict.fromkeys(passed, self._under[line])
        return self._under[line]

    def _line(self, offset: int) -> int:
        return self._lines.point(offset).line


def _is_bare(line: str) -> bool:
    """Tell a line on which no value begins: a comment, dashes, an anchor or tag alone, the start of a document."""
    for word in line.split():
        if word[0] in "#%":
            return True
        if word[0] not in "&!" and word not in ("-", "?", ":", "---", "..."):
            return False
    return True


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _parts(node: Node) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Give the entries and items below a node, each with the places of its own key and text."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            own = (key.span, value.span) if isinstance(value, Scalar) else (key.span,)
            yield Span(key.start, max(key.end, value.end)), own
            yield from _parts(value)
    elif not isinstance(node, Scalar):
        for item in node.items:
            yield item.span, (item.span,) if isinstance(item, Scalar) else ()
            yield from _parts(item)
