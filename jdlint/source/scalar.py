"""From characters of a value back to characters of the file, through quotes, escapes, folds and block marks."""

from jdlint.location import Span
from jdlint.source.tree import Scalar

_ESCAPES = {"x": 2, "u": 4, "U": 8}
"""How many hexadecimal digits follow each numeric escape of a double-quoted scalar."""

_SINGLE = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""The one-letter escapes of YAML 1.2, section 5.7."""


def span_within(text: str, scalar: Scalar, start: int, end: int) -> Span:
    """Give the span in a file's text of the characters start to end of a scalar's value.

    Where the value can't be traced back character by character the span is the whole scalar's: a finding then
    points at too much, never at the wrong words.
    """
    origins = origins_of(text, scalar)
    if origins is None or start >= end or end > len(origins):
        return scalar.span
    last = origins[end - 1]
    if scalar.style == '"' and text[last] == "\\":
        return Span(origins[start], origins[end] if end < len(origins) else scalar.end - 1)
    return Span(origins[start], last + 1)


def origins_of(text: str, scalar: Scalar) -> range | list[int] | None:
    """Give the offset in the text for each character of the value, or None where they can't be traced."""
    raw = text[scalar.start : scalar.end]
    if scalar.style == "" and raw == scalar.text:
        return range(scalar.start, scalar.end)
    if scalar.style in "'\"" and scalar.style and raw[1:-1] == scalar.text:
        return range(scalar.start + 1, scalar.end - 1)
    trace = _Trace(text, scalar)
    return trace.origins if "".join(trace.characters) == scalar.text else None


class _Trace:
    """Reads a scalar's characters again and notes where each comes from."""

    def __init__(self, text: str, scalar: Scalar) -> None:
        self.text = text
        self.characters: list[str] = []
        self.origins: list[int] = []
        if scalar.style in ("|", ">"):
            self._block(scalar, folded=scalar.style == ">")
            self._match_end(scalar.text)
        else:
            quote = 1 if scalar.style else 0
            self._flow(scalar.start + quote, scalar.end - quote, scalar.style)

    def _put(self, character: str, origin: int) -> None:
        self.characters.append(character)
        self.origins.append(origin)

    def _flow(self, position: int, end: int, style: str) -> None:
        """Read a plain or quoted scalar: a line break is a blank, n empty lines are n breaks."""
        while position < end:
            character = self.text[position]
            if character in "\r\n":
                position = self._fold_flow(position, end)
            elif style == '"' and character == "\\":
                position = self._escape(position, end)
            elif style == "'" and character == "'":
                self._put("'", position)
                position += 2
            else:
                self._put(character, position)
                position += 1

    def _fold_flow(self, position: int, end: int) -> int:
        while self.characters and self.characters[-1] in " \t" and self.text[self.origins[-1]] in " \t":
            self.characters.pop()
            self.origins.pop()
        first, breaks = position, []
        while position < end and self.text[position] in " \t\r\n":
            if self.text[position] in "\r\n":
                breaks.append(position)
                position += self.text[position : position + 2] == "\r\n"
            position += 1
        for origin in breaks[1:]:
            self._put("\n", origin)
        if len(breaks) == 1:
            self._put(" ", first)
        return position

    def _escape(self, position: int, end: int) -> int:
        letter = self.text[position + 1 : position + 2]
        if letter in _ESCAPES:
            stop = position + 2 + _ESCAPES[letter]
            self._put(chr(int(self.text[position + 2 : stop], 16)), position)
            return stop
        if letter in ("\n", "\r"):
            position += 3 if self.text[position + 1 : position + 3] == "\r\n" else 2
            while position < end and self.text[position] in " \t":
                position += 1
            return position
        self._put(_SINGLE.get(letter, letter), position)
        return position + 2

    def _block(self, scalar: Scalar, *, folded: bool) -> None:
        lines = self._block_lines(scalar)
        indent = min((len(line) - len(line.lstrip(" ")) for line, _ in lines if line.strip()), default=0)
        previous_plain = False
        pending: list[int] = []
        for line, offset in lines:
            body = line[indent:]
            if not body:
                pending.append(offset + len(line))
                continue
            is_plain = body[0] not in " \t"
            self._join(pending, folded=folded and previous_plain and is_plain)
            for column, character in enumerate(body):
                self._put(character, offset + indent + column)
            pending, previous_plain = [offset + len(line)], is_plain
        for origin in pending:
            self._put("\n", origin)

    def _block_lines(self, scalar: Scalar) -> list[tuple[str, int]]:
        """Give the lines below the block mark with their offsets, without line ends."""
        position = self.text.find("\n", scalar.start) + 1
        lines = []
        while 0 < position < scalar.end:
            end = self.text.find("\n", position)
            end = len(self.text) if end == -1 else end
            lines.append((self.text[position:end].rstrip("\r"), position))
            position = end + 1
        return lines

    def _join(self, breaks: list[int], *, folded: bool) -> None:
        """Write the breaks between two lines of a block; folded, one break is a blank and n are n - 1 breaks."""
        if folded and len(breaks) == 1:
            self._put(" ", breaks[0])
            return
        for origin in breaks[1:] if folded else breaks:
            self._put("\n", origin)

    def _match_end(self, value: str) -> None:
        """Leave out the line ends that the block's chomping mark strips."""
        del self.characters[len(value) :]
        del self.origins[len(value) :]
