"""How a text is written as a scalar, so that YAML reads it back unchanged."""

from jdlint.pattern import pattern
from jdlint.source.tree import Mapping, Scalar, Sequence
from jdlint.source.yaml import read

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NEEDS_ESCAPE = pattern('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_PLAINLY_PLAIN = pattern(r"[^\W\d_][^\W_]*(?: [^\W_]+)*")
"""Letters and digits with single blanks between: plain wherever they stand, unless they are a word such as null."""
_NOT_TEXTS = pattern(
    r"(?i:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?[.\d][\d_,.:]*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xo][\da-f]+)"
    r"|\d{4}-\d{1,2}-\d{1,2}.*"
)
"""What some reader of YAML takes for a number, a day, yes, no or nothing."""


def written(text: str, style: str = "", *, in_flow: bool) -> str:
    """Write a text in a style where that can hold it, else in the nearest that can; never over several lines."""
    if style not in ("'", '"') and not _NOT_TEXTS.fullmatch(text) and reads_as(text, text, in_flow=in_flow):
        return text
    if style != '"' and not _NEEDS_ESCAPE.search(text.replace('"', "").replace("\\", "")):
        return single(text)
    return double(text)


def single(text: str) -> str:
    """Write a text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """Write a text in double quotes."""
    return '"' + escaped(text) + '"'


def escaped(text: str) -> str:
    """Write characters as they stand inside double quotes."""
    return _NEEDS_ESCAPE.sub(lambda found: _ESCAPED.get(found[0]) or _numbered(found[0]), text)


def _numbered(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"  # noqa: PLR2004 - two hexadecimal digits


def reads_as(raw: str, text: str, *, in_flow: bool) -> bool:
    """Whether characters of a file, standing where a value stands, are one scalar of this text."""
    if raw == text and _PLAINLY_PLAIN.fullmatch(raw):
        return not Scalar(raw, 0, 0, "").is_null
    document = read("", (f"[{raw}]\n" if in_flow else f"- {raw}\n").encode("utf-8", "surrogatepass"))
    if document.problems or len(document.documents) != 1:
        return False
    node = document.documents[0]
    item = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
    if not isinstance(item, Scalar) or item.text != text:
        return False
    return not item.is_null


def key_reads_as(raw: str, text: str) -> bool:
    """Whether characters of a file, standing where a key stands, are one key of this text."""
    document = read("", f"{{{raw}: x}}\n".encode("utf-8", "surrogatepass"))
    node = document.documents[0] if len(document.documents) == 1 and not document.problems else None
    return isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key.text == text
