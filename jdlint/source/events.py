"""Any YAML text becomes a Source: libyaml's events, read in a loop that no nesting can overflow."""

from collections.abc import Iterable
from typing import Any

from jdlint.finding import Value
from jdlint.location import LineTable, Span
from jdlint.pattern import pattern, put_off
from jdlint.source.mistakes import blank_behind, explain, full_width_colons, look_behind
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Mapping, Node, Scalar, Sequence, new_entry, new_mapping, new_sequence

with put_off():  # the patterns with which PyYAML reads without libyaml take 8 ms
    import yaml
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

    try:
        from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined] # the stubs leave it out
    except ImportError:  # pragma: no cover
        # a PyYAML built without libyaml: the same events, about 17 times slower
        from yaml import SafeLoader as Parser  # type: ignore[assignment]

MAX_DEPTH = 64
"""The deepest nesting; a role needs 5 levels, and libyaml slows down quadratically with depth."""

MAX_NODES = 400_000
"""The most values of one document once every alias is written out; an alias bomb has billions."""


class _Stopped(Exception):  # noqa: N818 - not an error: it carries the problem that ends the reading
    """Reading can't go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


def read_events(path: str, text: str, problems: list[Problem]) -> Source:
    """Read a text, in which `problems` have been met already; never raises for what it holds."""
    reader = _Reader(text, problems)
    parser = Parser(text)
    stopped: Problem | None = None
    try:
        reader.follow(parser)
    except _Stopped as stop:
        stopped = stop.problem
    except yaml.MarkedYAMLError as error:
        stopped = explain(text, error)
    except yaml.YAMLError:
        stopped = Problem("syntax/parse", Span(0, 0), "other", {"detail": "unreadable"})
    finally:
        parser.dispose()
    if stopped:
        stopped = look_behind(text, stopped)
        problems[:] = [problem for problem in problems if problem[:2] != stopped[:2]]
        problems.append(stopped)
    elif not any(not (isinstance(node, Scalar) and node.is_null) for node in reader.documents):
        problems.append(Problem("syntax/empty", Span(0, 0), "comments"))
        return Source(path, text, (), tuple(problems), readable=False)
    elif isinstance(reader.documents[0], Scalar) and (blank := blank_behind(text, reader.documents[0].start)):
        stopped = blank
        problems.append(stopped)
    elif _MAY_SWALLOW.search(text) and (swallowed := _swallowed_mark(text, reader.documents)):
        stopped = swallowed
        problems.append(stopped)
    return Source(path, text, tuple(reader.documents), tuple(problems), readable=stopped is None)


_MAY_SWALLOW = pattern(r"[\[{,]\s*\?[^\s,\[\]{}]")
"""A question mark that begins a text in a flow collection: libyaml takes it for the mark of a key."""


def _swallowed_mark(text: str, documents: Iterable[Node]) -> Problem | None:
    """Find the first text that has lost a question mark at its beginning."""
    work = list(documents)
    while work:
        node = work.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries:
                if key.start and text[key.start - 1] == "?":
                    return Problem("syntax/parse", Span(key.start - 1, key.end), "special-start")
                work.append(value)
        elif isinstance(node, Sequence):
            work += node.items
    return None


_Libyaml = Any
"""The parser and its events, untyped: PyYAML's stubs call every mark optional, which libyaml's are not."""


_Opened = tuple[list[Node], _Libyaml, int]
"""A mapping or list that is still open: its parts (of a mapping a key and its value by turns), the event that opened
it, and how many values the document had then."""


class _Reader:
    """Builds trees from events; holds what is open, the anchors, and the bounds."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.text = text
        self.problems = problems
        self.documents: list[Node] = []
        self._open: list[_Opened] = []
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        """What each anchor stands for, how many values that is, and how deep they are nested."""
        self._heights: list[int] = []
        """How deep what has been read of each open mapping or list is nested."""
        self._pending: set[str] = set()
        self._size = 0
        """How many values the document has so far."""

    def follow(self, parser: _Libyaml) -> None:
        """Read all events; raises _Stopped or a YAMLError where the text can't be read on."""
        next_event = parser.get_event
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._start(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self._anchors, self._pending, self._size = {}, set(), 0
            elif kind is StreamEndEvent:
                return

    def _scalar(self, event: _Libyaml) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            start = behind_properties(self.text, start, end)
        node = Scalar(event.value, start, end, event.style or "")
        if event.anchor is not None and not node.style and node.text[:1] == ":":
            # libyaml ends the anchor `&a:b` before the colon, YAML doesn't
            raise _Stopped(Problem("syntax/parse", Span(event.start_mark.index, end), "special-start"))
        if not node.style and "：" in node.text:
            self._check_swallowed(node)
        self._size += 1
        self._add(node)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1, 0)

    def _check_swallowed(self, node: Scalar) -> None:
        """Note what may be keys with a full-width colon inside a plain text; the model knows which are keys."""
        if self._open and _awaits_key(self._open[-1]):
            colon = self.text.find("：", node.start)
            values: dict[str, Value] = {"key": self.text[node.start : colon]}
            self.problems.append(Problem("syntax/full-width-colon", Span(colon, colon + 1), "swallowed", values))
            return
        first = self.text.rfind("\n", 0, node.start) + 1
        is_item = bool(self._open) and not _is_mapping(self._open[-1])
        if is_item or self.text[first : node.start].strip():
            first = self.text.find("\n", node.start, node.end) + 1 or node.end
        self.problems.extend(full_width_colons(self.text, Span(first, node.end), "swallowed"))

    def _start(self, event: _Libyaml) -> None:
        _check_depth(len(self._open), event)
        if event.anchor is not None:
            self._pending.add(event.anchor)
        self._open.append(([], event, self._size))
        self._heights.append(0)

    def _close(self, event: _Libyaml) -> None:
        parts, opening, size = self._open.pop()
        height = self._heights.pop() + 1
        node = self._made(parts, opening, event)
        if opening.anchor is not None:
            self._pending.discard(opening.anchor)
            self._anchors[opening.anchor] = (node, self._size - size + 1, height)
        self._size += 1
        self._add(node, height)

    def _made(self, parts: list[Node], opening: _Libyaml, closing: _Libyaml) -> Node:
        """Make a mapping or list of its parts."""
        start, end = opening.start_mark.index, closing.end_mark.index
        if closing.__class__ is SequenceEndEvent:
            return new_sequence((tuple(parts), start, end))
        keys = parts[::2]
        if len({key[0] for key in keys}) < len(keys):
            self._tell_repeated(keys)
        return new_mapping((tuple(map(new_entry, zip(keys, parts[1::2], strict=True))), start, end))

    def _alias(self, event: _Libyaml) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        name = event.anchor
        if name not in self._anchors:
            reason = "circular-alias" if name in self._pending else "unknown-alias"
            raise _Stopped(Problem("syntax/parse", span, reason, {"name": str(name)}))
        node, size, height = self._anchors[name]
        if len(self._open) + height > MAX_DEPTH:
            raise _Stopped(Problem("syntax/limit", span, "depth", {"limit": MAX_DEPTH}))
        self._size += size
        self._add(node, height)
        if self._size > MAX_NODES:
            raise _Stopped(Problem("syntax/limit", span, "aliases", {"limit": MAX_NODES}))

    def _add(self, node: Node, height: int = 0) -> None:
        if not self._open:
            self.documents.append(node)
            return
        inside = self._open[-1]
        self._heights[-1] = max(self._heights[-1], height)
        if height and _awaits_key(inside):
            raise _Stopped(Problem("syntax/parse", node.span, "complex-key"))
        inside[0].append(node)

    def _tell_repeated(self, keys: list[Node]) -> None:
        lines = LineTable(self.text)
        seen: dict[str, Scalar] = {}
        for key in keys:
            assert isinstance(key, Scalar)  # noqa: S101 - nothing else is ever added as a key
            if key.text in seen:
                values: dict[str, Value] = {"key": key.text, "line": lines.point(seen[key.text].start).line}
                self.problems.append(Problem("syntax/duplicate-key", key.span, "same", values))
            seen.setdefault(key.text, key)


def _check_depth(depth: int, event: _Libyaml) -> None:
    if depth >= MAX_DEPTH:
        start = event.start_mark.index
        raise _Stopped(Problem("syntax/limit", Span(start, start + 1), "depth", {"limit": MAX_DEPTH}))


def _is_mapping(opened: _Opened) -> bool:
    return opened[1].__class__ is MappingStartEvent


def _awaits_key(opened: _Opened) -> bool:
    return _is_mapping(opened) and not len(opened[0]) % 2


_PROPERTIES = pattern(r"(?:[!&]\S*(?:\s+(?:#.*)?)*)*")
"""An anchor and a tag before a value, with what may stand between."""


def behind_properties(text: str, start: int, end: int) -> int:
    """Give where a value begins behind its anchor and tag."""
    found = _PROPERTIES.match(text, start, end)
    return found.end() if found else start
