"""Reads the plain subset of YAML in which most role files are written, to the very trees that libyaml's events give.

Plain are block mappings and block lists of texts on one line, bare or quoted, lists and mappings of such texts in
brackets, blocks of even lines, and comments. A file that holds anything else is handed over whole: nothing is guessed
here, and every mistake is found and explained in one place.
"""

from jdlint.pattern import pattern
from jdlint.source.tree import Mapping, Node, new_entry, new_mapping, new_scalar, new_sequence

_LINES = pattern(r"(( *)(- +)?(?:(?![\[{'\"])([^:#\n]*)(:(?: +|(?=\n)))?)?([^\n]*)\n)")
"""A line as a whole; its indent, a dash, what stands before a colon, the colon with its blanks, and the rest. What
begins with a bracket or a quote is a value, whatever colons it holds."""

_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@`.")
"""The characters with which no bare text begins, or perhaps none."""

_QUOTED = pattern(r"(?:\"[^\"\\\n]*\"|'[^'\n]*')(?= *(?: #|\Z))")
_INSIDE = r"[^\[\]{}#]*"
_BRACKETS = pattern(rf"(?:\[{_INSIDE}\]|\{{{_INSIDE}\}})(?= *(?: #|\Z))")
_PARTS = pattern(r"((?:[^,:\"']*: )? *(?:\"[^\"\\]*\"|'[^']*') *|[^,]*),")
"""What stands before each comma in brackets, commas in quotes left out."""

_INDENT = pattern(" *")
_BLOCKS = {">-": " ", ">": " ", "|-": "\n", "|": "\n"}
"""What opens a block, with what stands between its lines."""

_DEEPEST = 32
_LONGEST_KEY = 500
"""Half of what libyaml takes."""


def read_plain(text: str) -> Mapping | None:
    """Give the tree of a text that is one plain mapping; None where it is anything else, right or wrong."""
    if text.endswith("\n") and text.replace("\n", "").isprintable():
        return _Reading(text).mapping()
    return None


class _Reading:
    """One text on its way to a tree, line by line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._column = -1
        """Where the innermost open mapping or list stands."""
        self._is_list = False
        self._parts: list[Node] = []
        """Its items; of a mapping a key and its value by turns."""
        self._start = 0
        self._around: list[tuple[int, bool, list[Node], int]] = []
        self._behind_colon = -1
        """Behind the colon of a key without a value so far; -1 where there is none."""
        self._block_end = 0

    def mapping(self) -> Mapping | None:
        """Read all lines."""
        position = 0
        for line, indent, dash, opening, colon, rest in _LINES.findall(self._text):
            at, position = position, position + len(line)
            if at < self._block_end:
                continue
            if dash or colon:
                column, is_item = len(indent), dash != ""
                is_next = column == self._column and is_item is self._is_list and self._behind_colon < 0
                if not (is_next or self._enter(column, at + column, is_item=is_item)):
                    return None
                start = at + column + len(dash)
                if colon and is_item:
                    self._open(start, column + len(dash), is_list=False)
                if colon:
                    is_plain = self._entry(opening, colon, rest, start, position)
                else:
                    is_plain = self._scalar(opening + rest, start, position)
                if not is_plain:
                    return None
            elif opening or (rest and rest[0] != "#"):
                return None
        return self._closed(position)

    def _enter(self, column: int, start: int, *, is_item: bool) -> bool:
        """Go to the mapping or list that a line belongs to; False where it belongs to none."""
        if self._behind_colon >= 0:
            if column > self._column or (is_item and column == self._column):
                self._behind_colon = -1
                return self._open(start, column, is_list=is_item)
            self._leave_empty()
        elif column > self._column:
            return not self._around and not is_item and self._open(start, column, is_list=False)
        while self._column > column or (self._is_list and self._column == column and not is_item):
            if not self._close(start):
                return False
        return self._column == column and self._is_list is is_item

    def _open(self, start: int, column: int, *, is_list: bool) -> bool:
        self._around.append((self._column, self._is_list, self._parts, self._start))
        self._column, self._is_list, self._parts, self._start = column, is_list, [], start
        return len(self._around) < _DEEPEST

    def _close(self, end: int) -> bool:
        """Close the innermost mapping or list; False where a key stands in it twice."""
        parts = self._parts
        if self._is_list:
            node: Node = new_sequence((tuple(parts), self._start, end))
        else:
            keys = parts[::2]
            if len({key[0] for key in keys}) < len(keys):
                return False
            node = new_mapping((tuple(map(new_entry, zip(keys, parts[1::2], strict=True))), self._start, end))
        self._column, self._is_list, self._parts, self._start = self._around.pop()
        self._parts.append(node)
        return True

    def _closed(self, end: int) -> Mapping | None:
        """Close all that is open, and give the whole."""
        if self._behind_colon >= 0:
            self._leave_empty()
        while self._around:
            if not self._close(end):
                return None
        whole = self._parts[0] if self._parts else None
        return whole if isinstance(whole, Mapping) else None

    def _entry(self, key: str, colon: str, rest: str, start: int, behind: int) -> bool:
        """Read a key and what stands behind its colon; False where either isn't plain."""
        if not key or key[0] in _MARKS or key[-1] == " " or len(key) > _LONGEST_KEY or "：" in key:
            return False  # a full-width colon has perhaps swallowed another key
        end = start + len(key)
        self._parts.append(new_scalar((key, start, end, "")))
        if not rest or rest[0] == "#":
            self._behind_colon = end + 1
            return True
        return self._scalar(rest, end + len(colon), behind)

    def _scalar(self, value: str, start: int, behind: int) -> bool:
        """Read a value of one line, or one that opens a block on the lines behind."""
        if not value or value[0] in _MARKS:
            return value != "" and self._marked(value, start, behind)
        if "#" in value or ":" in value:
            value = _without_comment(value)
        value = value.rstrip(" ")
        self._parts.append(new_scalar((value, start, start + len(value), "")))
        return value != ""

    def _leave_empty(self) -> None:
        """Give a key without a value an empty one."""
        self._parts.append(new_scalar(("", self._behind_colon, self._behind_colon, "")))
        self._behind_colon = -1

    def _marked(self, value: str, start: int, behind: int) -> bool:
        """Read a value that begins with a mark; False where it isn't plain."""
        if value[0] in "[{":
            return self._brackets(value, start)
        if value in _BLOCKS:
            return self._block(value, start, behind)
        found = _QUOTED.match(value)
        if found is None:
            return False
        self._add_quoted(found.group(), start)
        return True

    def _add_quoted(self, quoted: str, start: int) -> None:
        self._parts.append(new_scalar((quoted[1:-1], start, start + len(quoted), quoted[0])))

    def _brackets(self, value: str, start: int) -> bool:
        """Read a list or a mapping of texts in brackets."""
        found = _BRACKETS.match(value)
        is_list = value[0] == "["
        if found is None or not self._open(start, self._column, is_list=is_list):
            return False
        inside = value[1 : found.end() - 1]
        place = start + 1
        for part in _PARTS.findall(f"{inside},") if inside else ():
            if not (self._part(part, place) if is_list else self._pair(part, place)):
                return False
            place += len(part) + 1
        return self._close(start + found.end())

    def _pair(self, written: str, place: int) -> bool:
        """Read a key and its value in brackets; False where they are none."""
        key, colon, text = written.partition(": ")
        is_key = key[-1:] not in {"", " "} and len(key) <= _LONGEST_KEY and "：" not in key
        return is_key and self._part(key, place) and self._part(text, place + len(key) + len(colon))

    def _part(self, written: str, place: int) -> bool:
        """Read a text in brackets with the blanks around it; False where it is none that is plain."""
        text = written.strip(" ")
        begin = place + len(written) - len(written.lstrip(" "))
        if _QUOTED.fullmatch(text):
            self._add_quoted(text, begin)
            return True
        if not text or text[0] in _MARKS or ":" in text:
            return False
        self._parts.append(new_scalar((text, begin, begin + len(text), "")))
        return True

    def _block(self, mark: str, start: int, position: int) -> bool:
        """Read a block of lines that are indented alike, none of them blank."""
        text, lines = self._text, []
        indent = self._indent(position)
        if len(indent) <= self._column:
            return False
        while (own := self._indent(position)) == indent and text[position + len(own)] != "\n":
            end = text.index("\n", position)
            lines.append(text[position + len(indent) : end])
            position = end + 1
        if not lines or len(own) > len(indent) or text.startswith("\n", position + len(own)):
            return False
        joined = _BLOCKS[mark].join(lines) + ("" if mark.endswith("-") else "\n")
        self._parts.append(new_scalar((joined, start, position, mark[0])))
        self._block_end = position
        return True

    def _indent(self, position: int) -> str:
        found = _INDENT.match(self._text, position)
        return found.group() if found else ""


def _without_comment(value: str) -> str:
    """Give a bare text without the comment behind it; '' where it holds a colon as only a key does."""
    comment = value.find(" #")
    if comment >= 0:
        value = value[:comment]
    return "" if ": " in value or value.rstrip(" ")[-1:] == ":" else value
